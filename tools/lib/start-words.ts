import { demoPeople } from '#main/desk/demo-people.ts'
import type { Options } from '#main/settings/options.ts'

const PLUGS = { hotel: '6', depot: '48', garage: '200', campus: '1,000' } as const

/** What can be done after `npm start`, once the board is live. `picture`: without a display. */
export function nextSteps(options: Options, picture: string | null): string {
  const { demo, demoSite, endpoint, site } = options
  const at = endpoint === null ? '' : new URL(endpoint).host
  const shows = demo
    ? `the demo network: a ${demoSite} with ${PLUGS[demoSite]} plugs; nothing is real or costs anything`
    : `${site === null ? 'the first site' : `site ${site}`} at ${at}`
  const seen = picture === null ? 'on this display' : `${picture}, in a moment (no display here)`
  const pins = demoPeople.map(({ name, pin }) => `${pin} (${name.toLowerCase()})`).join(' or ')
  const desk = demo ? `Help, then Staff, then ${pins}` : 'Help, then Staff, then a PIN'
  const rows = [
    ['shows', shows],
    [picture === null ? 'window' : 'picture', seen],
    ['desk', desk],
    ['try', 'npm start -- --show plays a charge from the board to the receipt'],
    ['more', 'npm start -- --help lists every flag'],
    ['stop', 'Ctrl+C'],
  ]
  const lines = rows.map(([name = '', text = '']) => `  ${name.padEnd(9)}${text}`)
  return `\nForecourt is running.\n\n${lines.join('\n')}\n`
}

const LEVELS: Readonly<Record<number, string>> = { 40: 'Warning', 50: 'Error', 60: 'Error' }

/** A line that main wrote, for people: its log is JSON. Null: only programs need it. */
export function readableLine(line: string): string | null {
  if (line.startsWith('simulator ')) return null
  if (!line.startsWith('{')) return line
  try {
    const { level, time: _time, msg, ...facts } = JSON.parse(line) as Record<string, unknown>
    if (typeof msg !== 'string') return line
    const about = Object.entries(facts).map(([name, value]) => `${name} ${textOf(value)}`)
    const ending = about.length === 0 ? '' : ` (${about.join(', ')})`
    return `${LEVELS[Number(level)] ?? 'Note'}: ${msg}${ending}`
  } catch {
    return line
  }
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value)
