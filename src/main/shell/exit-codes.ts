/** What the program's end says to whoever started it: systemd, Shell Launcher, a script (docs/health.md). */
export const EXIT = {
  /** A manager closed it, or the system asked it to end: it stays closed. */
  closed: 0,
  /** Another terminal runs on this data folder, or it could not start. */
  failed: 1,
  /** The configuration is wrong: starting it again would not help. */
  configuration: 2,
  /** `EX_SOFTWARE`: an error that nobody caught. */
  uncaught: 70,
  /** `EX_TEMPFAIL`: start it again, please. */
  again: 75,
} as const
