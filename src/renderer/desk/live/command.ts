import type { Connector } from '#contract/site.ts'
import type { LiveRow } from './rows.ts'

/** What is asked of one connector, as somebody typed it. */
export interface Command {
  readonly act: 'open' | 'start' | 'stop'
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
}
const START = /^(\S+)(?:\s+(?:room|booking|zimmer|buchung)\s+(\S.*))?$/iu
const LONGEST_LIST = 5

/**
 * What a text asks for: "start 12 room 214", "stopp A12", or a connector's number alone. One command for each
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

function readOf(text: string): { act: Command['act']; number: string; room: string } | null {
  const [first = '', ...others] = text.split(/\s+/)
  const word = first.toLowerCase()
  const act = Object.hasOwn(acts, word) ? acts[word] : undefined
  if (!act) return text === '' ? null : { act: 'open', number: text, room: '' }
  const [, number, room = ''] = START.exec(others.join(' ')) ?? []
  if (number === undefined || (act === 'stop' && room !== '')) return null
  return { act, number, room }
}

function mayDo(act: Command['act'], { connector, session }: LiveRow): boolean {
  if (act === 'start') return connector.startBlock === null
  if (act === 'stop') return session !== undefined && session.status !== 'stopped'
  return true
}
