import { z } from 'zod'
import type { DeskRules } from '#contract/desk.ts'
import type { OptionProblem } from './option-flags.ts'
import { field, readSection } from './section.ts'

/** What the operator has set for the desk: section `desk` of the settings file. */
export interface DeskSettings extends DeskRules {
  /** Without a touch for so long the desk locks itself (ms). */
  readonly lockAfterMs: number
  /** So long booking references, notes, power curves and exported lists are kept (ms). */
  readonly keepNotesMs: number
  /** So long the audit trail is kept (ms). */
  readonly keepAuditMs: number
}

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** Every name of the section, and what it may be. */
export const deskFields = {
  lockAfterMinutes: field(z.number().min(0.1).max(120), 'a number from 0.1 to 120'),
  withoutInvoice: field(
    z.enum(['nobody', 'manager', 'staff']),
    '"nobody", "manager" or "staff" (managers, too)',
  ),
  idleAlertMinutes: field(z.number().min(1).max(1440), 'a number from 1 to 1440'),
  keepNotesDays: field(z.number().int().min(1).max(3650), 'a whole number from 1 to 3650'),
  keepAuditDays: field(z.number().int().min(1).max(36500), 'a whole number from 1 to 36500'),
}

/** Reads the section; what it leaves out has its default. */
export function readDeskSettings(section: unknown): {
  settings: DeskSettings
  problems: OptionProblem[]
} {
  const { given, problems } = readSection('desk', deskFields, section)
  const settings: DeskSettings = {
    lockAfterMs: (given.lockAfterMinutes ?? 5) * MINUTE_MS,
    withoutInvoice: given.withoutInvoice ?? 'manager',
    idleAlertMs: (given.idleAlertMinutes ?? 30) * MINUTE_MS,
    keepNotesMs: (given.keepNotesDays ?? 90) * DAY_MS,
    keepAuditMs: (given.keepAuditDays ?? 1095) * DAY_MS,
  }
  return { settings, problems }
}
