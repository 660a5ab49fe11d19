import type { App } from 'electron'

/** Chromium's own gestures, which no page can refuse. */
const KIOSK_SWITCHES = [
  ['disable-pinch', undefined],
  ['overscroll-history-navigation', '0'],
  ['disable-print-preview', undefined],
] as const

/** Ways to look into the program from outside, or around its walls. Fuses do not cover these. */
const REFUSED = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'no-sandbox',
  'disable-web-security',
  'load-extension',
]

/** Before the app is ready. */
export function setKioskSwitches(commandLine: Pick<App['commandLine'], 'appendSwitch'>): void {
  for (const [name, value] of KIOSK_SWITCHES) commandLine.appendSwitch(name, value)
}

/** The switches of this launch that a packaged terminal does not start with. */
export function refusedSwitches(app: {
  isPackaged: boolean
  commandLine: Pick<App['commandLine'], 'hasSwitch'>
}): string[] {
  return app.isPackaged ? REFUSED.filter((name) => app.commandLine.hasSwitch(name)) : []
}
