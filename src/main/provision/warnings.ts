import { statSync } from 'node:fs'
import type { ProvisionWarning } from '#contract/system.ts'
import { LONG_PIN_DIGITS } from '#common/pin-rules.ts'
import type { ProvisionedSettings } from '#main/settings/settings-table.ts'

const OTHERS_READ_OR_WRITE = 0o006

/** Each warning as a whole sentence, for the console. */
export const warningTexts: Readonly<Record<ProvisionWarning, string>> = {
  open: 'Every user of this machine can read or change the file; it should be theirs alone who need it (chmod 640).',
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
  const mode = statSync(file, { throwIfNoEntry: false })?.mode ?? 0
  return (mode & OTHERS_READ_OR_WRITE) !== 0
}
