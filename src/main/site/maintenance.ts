import type { MaintenanceWindow } from './static.ts'

const AHEAD_MS = 24 * 3_600_000

/** Whether a window holds now. One without any date says nothing. */
function holds(window: MaintenanceWindow, nowMs: number): boolean {
  const { startsAtMs, endsAtMs } = window
  if (startsAtMs === null && endsAtMs === null) return false
  return (startsAtMs ?? -Infinity) <= nowMs && nowMs < (endsAtMs ?? Infinity)
}

/** The window that holds now, else the next one of the coming day; null for neither. */
export function maintenanceAt(
  windows: readonly MaintenanceWindow[],
  nowMs: number,
): { window: MaintenanceWindow | null; inMaintenance: boolean } {
  const current = windows.find((window) => holds(window, nowMs))
  if (current) return { window: current, inMaintenance: true }
  const coming = windows
    .filter(({ startsAtMs }) => startsAtMs !== null && startsAtMs > nowMs)
    .toSorted((a, b) => (a.startsAtMs ?? 0) - (b.startsAtMs ?? 0))[0]
  const soon = coming && (coming.startsAtMs ?? 0) - nowMs <= AHEAD_MS ? coming : null
  return { window: soon, inMaintenance: false }
}
