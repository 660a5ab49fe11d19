import { z } from 'zod'
import type { DeskRules } from '#contract/desk.ts'
import type { OptionProblem } from './option-flags.ts'
import { field, readSection } from './section.ts'

/** What the operator settled for the desk: section `desk` of the settings file. */
export interface DeskSettings extends DeskRules {
  /** Without a touch for so long the desk locks itself (ms). */
  readonly lockAfterMs: number
}

const MINUTE_MS = 60_000

/** Every name of the section, and what it may be. */
export const deskFields = {
  lockAfterMinutes: field(z.number().min(0.1).max(120), 'a number from 0.1 to 120'),
  withoutInvoice: field(
    z.enum(['nobody', 'manager', 'staff']),
    '"nobody", "manager" or "staff" (managers, too)',
  ),
  idleAlertMinutes: field(z.number().min(1).max(1440), 'a number from 1 to 1440'),
}

/** Reads the section; what it leaves out has its default. */
export function readDeskSettings(section: unknown): {
  settings: DeskSettings
  problems: OptionProblem[]
} {
  const { given, problems } = readSection('desk', deskFields, section)
  const settings = {
    lockAfterMs: (given.lockAfterMinutes ?? 5) * MINUTE_MS,
    withoutInvoice: given.withoutInvoice ?? 'manager',
    idleAlertMs: (given.idleAlertMinutes ?? 30) * MINUTE_MS,
  }
  return { settings, problems }
}
