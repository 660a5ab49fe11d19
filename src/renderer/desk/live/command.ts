import type { Connector } from '#contract/site.ts'
import type { LiveRow } from './rows.ts'

/** What is asked of one connector, as somebody typed it. */
export interface Command {
  readonly act: 'open' | 'start' | 'stop' | 'receipt'
  readonly connector: Connector
  /** The room or booking of a start; empty without one. */
  readonly room: string
  /** Whether it can be done there now. */
  readonly possible: boolean
}

/** The words of both of the desk's languages count in each of them. */
const acts: Readonly<Record<string, Command['act']>> = {
  start: 'start',
  starte: 'start',
  starten: 'start',
  stop: 'stop',
  stopp: 'stop',
  stoppe: 'stop',
  stoppen: 'stop',
  receipt: 'receipt',
  beleg: 'receipt',
  quittung: 'receipt',
}
const START = /^(\S+)(?:\s+(?:room|booking|zimmer|buchung)\s+(\S.*))?$/iu
const LONGEST_LIST = 5

/**
 * What a text asks for: "start 12 room 214", "stopp A12", "receipt 12", or a connector's number alone. One command for each
 * connector of that number, the possible ones first; none where the text is a search.
 */
export function commandsOf(text: string, rows: readonly LiveRow[]): Command[] {
  const read = readOf(text.trim())
  if (!read) return []
  const { act, number, room } = read
  return rows
    .filter(({ connector }) => connector.number.toLowerCase() === number.toLowerCase())
    .map((row) => ({ act, connector: row.connector, room, possible: mayDo(act, row) }))
    .toSorted((one, other) => Number(other.possible) - Number(one.possible))
    .slice(0, LONGEST_LIST)
}

/** Why a text that begins as a command does is none; null for any other text. */
export function misreadOf(
  text: string,
  rows: readonly LiveRow[],
): { number: string | null } | null {
  if (!beginsCommand(text) || commandsOf(text, rows).length > 0) return null
  return { number: readOf(text.trim())?.number ?? null }
}

/** What the table is searched for: of a command its connector's number, of half a command nothing. */
export function searchedIn(text: string, rows: readonly LiveRow[]): string {
  if (!beginsCommand(text)) return text
  return commandsOf(text, rows)[0]?.connector.number ?? ''
}

const actOf = (word: string): Command['act'] | undefined =>
  Object.hasOwn(acts, word.toLowerCase()) ? acts[word.toLowerCase()] : undefined
const beginsCommand = (text: string): boolean =>
  actOf(text.trim().split(/\s+/)[0] ?? '') !== undefined

function readOf(text: string): { act: Command['act']; number: string; room: string } | null {
  const [first = '', ...others] = text.split(/\s+/)
  const act = actOf(first)
  if (!act) return text === '' ? null : { act: 'open', number: text, room: '' }
  const [, number, room = ''] = START.exec(others.join(' ')) ?? []
  if (number === undefined || (act !== 'start' && room !== '')) return null
  return { act, number, room }
}

function mayDo(act: Command['act'], { connector, session }: LiveRow): boolean {
  if (act === 'start') return connector.startBlock === null
  if (act === 'stop') return session !== undefined && session.status !== 'stopped'
  return true
}
