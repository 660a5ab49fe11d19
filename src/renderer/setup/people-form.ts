import type { DeskRole, Person } from '#contract/desk.ts'
import { pinFault } from '#common/pin-rules.ts'

/** Somebody as typed in set-up. */
export interface PersonRow {
  readonly name: string
  readonly role: DeskRole
  readonly pin: string
  /** Whose PIN main knows: left empty, it stays. */
  readonly known: Person | null
}

/** What keeps these from being the people at the desk, by the rules that main checks again. */
export type PeopleFault = 'manager' | 'whole' | 'length' | 'easy' | 'apart'

/** Main knows a PIN for this very name and role. */
export const isKnown = ({ name, role, known }: PersonRow): boolean =>
  known !== null && name.trim() === known.name && role === known.role

/** What is wrong with the PIN that was typed; null: nothing, or none was typed. */
export const typedFault = (
  { role, pin }: PersonRow,
  leastDigits: number,
): 'length' | 'easy' | null => (pin === '' ? null : pinFault(role, pin, leastDigits))

export function peopleFault(rows: readonly PersonRow[], leastDigits: number): PeopleFault | null {
  if (!rows.some(({ role }) => role === 'manager')) return 'manager'
  const isWhole = (row: PersonRow): boolean =>
    row.name.trim() !== '' && (row.pin !== '' || isKnown(row))
  if (!rows.every(isWhole)) return 'whole'
  const fault = rows.map((row) => typedFault(row, leastDigits)).find((one) => one !== null)
  if (fault !== undefined) return fault
  const pins = rows.flatMap(({ pin }) => (pin === '' ? [] : pin))
  return areApart(rows.map(({ name }) => name.trim())) && areApart(pins) ? null : 'apart'
}

const areApart = (texts: readonly string[]): boolean => new Set(texts).size === texts.length
