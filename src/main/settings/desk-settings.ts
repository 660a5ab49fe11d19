import type { DeskRules } from '#contract/desk.ts'
import type { OptionProblem } from './option-flags.ts'
import { readSection } from './section.ts'

/** What the operator has set for the desk: section `desk` of the settings file. */
export interface DeskSettings extends DeskRules {
  /** The desk locks itself after this time without a touch (ms). */
  readonly lockAfterMs: number
  /** How long booking references, notes, power curves and exported lists are kept (ms). */
  readonly keepNotesMs: number
  /** How long the audit trail is kept (ms). */
  readonly keepAuditMs: number
}

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** Reads the section; what it leaves out has its default. */
export function readDeskSettings(section: unknown): {
  settings: DeskSettings
  problems: OptionProblem[]
} {
  const { values, problems } = readSection('desk', section)
  const settings: DeskSettings = {
    lockAfterMs: values.lockAfterMinutes * MINUTE_MS,
    withoutInvoice: values.withoutInvoice,
    idleAlertMs: values.idleAlertMinutes * MINUTE_MS,
    keepNotesMs: values.keepNotesDays * DAY_MS,
    keepAuditMs: values.keepAuditDays * DAY_MS,
  }
  return { settings, problems }
}
