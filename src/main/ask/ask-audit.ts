import type { AuditEvent } from '#main/desk/audit.ts'

/** What a thing is known by, the surest first. */
const SUBJECTS = ['cardId', 'id', 'ids', 'rateId'] as const
/** What the audit trail may repeat. Of everything else only the name: it may be anything. */
const TOLD: ReadonlySet<string> = new Set([
  'label',
  'status',
  'rateId',
  'customerReference',
  'debitType',
])

/** What an asked mutation was for, as its variables carry it: never a secret, a number or a person's data. */
export function askAuditEvent(
  action: string,
  variables: Readonly<Record<string, unknown>>,
): AuditEvent {
  const given = Object.entries(variables)
    .flatMap(([name, value]) => (isInput(value) ? Object.entries(value) : [[name, value] as const]))
    .filter(([, value]) => value !== undefined && value !== null)
  const values = new Map(given)
  const by = SUBJECTS.find((name) => values.has(name))
  const subject = by === undefined ? null : textOf(values.get(by))
  const rest = given.filter(([name]) => name !== by)
  const repeated = rest
    .filter(([name]) => TOLD.has(name))
    .map(([name, value]) => [name, String(value)] as const)
  const names = rest.map(([name]) => name).filter((name) => !TOLD.has(name))
  const fields = names.length === 0 ? {} : { fields: names.join(', ') }
  return { action, subject, details: { ...Object.fromEntries(repeated), ...fields } }
}

const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.map(String).join(', ') : String(value)

const isInput = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
