import { statSync } from 'node:fs'
import path from 'node:path'
import type { ProvisionWarning } from '#contract/system.ts'
import { LONG_PIN_DIGITS } from '#common/pin-rules.ts'
import type { ProvisionedSettings } from '#main/settings/settings-table.ts'

/** Others read or write, or the group writes: whoever changes the file owns the terminal. */
const OPEN = 0o026
const OTHERS_WRITE = 0o002
/** Such as /tmp: nobody replaces another's file there. */
const STICKY = 0o1000

/** Each warning as a whole sentence, for the console. */
export const warningTexts: Readonly<Record<ProvisionWarning, string>> = {
  open: 'Others on this machine can read, change or replace the file; it should be theirs alone who need it (chmod 640).',
  'short-pins': `In kiosk mode PINs should have at least ${String(LONG_PIN_DIGITS)} digits; shorter ones go on working.`,
}

/** What is unwise about a file that can be used. */
export function warningsOf(file: string, document: ProvisionedSettings | null): ProvisionWarning[] {
  const { kiosk = false, desk } = document ?? {}
  const hasShort = (desk?.people ?? []).some(({ pin }) => pin.length < LONG_PIN_DIGITS)
  return [
    ...(isOpenToOthers(file) ? (['open'] as const) : []),
    ...(kiosk && hasShort ? (['short-pins'] as const) : []),
  ]
}

function isOpenToOthers(file: string): boolean {
  // Windows has rights of another kind, and reports 0666 for every file.
  if (process.platform === 'win32') return false
  const folder = modeOf(path.dirname(file))
  const isReplaceable = (folder & OTHERS_WRITE) !== 0 && (folder & STICKY) === 0
  return (modeOf(file) & OPEN) !== 0 || isReplaceable
}

const modeOf = (place: string): number => statSync(place, { throwIfNoEntry: false })?.mode ?? 0
