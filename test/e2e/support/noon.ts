/** A time zone in which the day is between 12:00 and 13:00 now. */
export function zoneWhereItIsNoon(): string {
  const ahead = 12 - new Date().getUTCHours()
  // `Etc/GMT-3` is three hours ahead of Greenwich.
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${String(Math.abs(ahead))}`
}
