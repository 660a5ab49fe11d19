import type { DeskTranslate } from '../../i18n/desk-text.ts'
import type { Formats } from '../../i18n/format.ts'
import type { Column } from '../../ui/table/table.ts'
import { ROOM_BESIDE } from '../../ui/sheet/beside.ts'
import { rowWords } from './live-words.ts'
import { originOf, sinceOf, type LiveRow } from './rows.ts'

type Key = 'number' | 'station' | 'state' | 'since' | 'energy' | 'power' | 'booking' | 'card'
type Content = Omit<Column<LiveRow>, 'key' | 'name' | 'width'>

const WATTS_PER_KILOWATT = 1000

/** What the sheet tells too; the table has no room for it beside the sheet on screens less wide than this (px). */
const ROOM_FOR: readonly (readonly [Key, number])[] = [
  ['station', 1840],
  ['card', 1840],
  ['since', 1500],
]

/** The columns that the table has no room for while the sheet stands beside it. */
export function columnsLeftOut(isSheetOpen: boolean): ReadonlySet<string> {
  if (!isSheetOpen || !matchMedia(ROOM_BESIDE).matches) return new Set()
  return new Set(ROOM_FOR.flatMap(([key, leastPx]) => (innerWidth < leastPx ? [key] : [])))
}

/** The columns of the live table, their figures in kWh and kW; `nowMs`: how long something has lasted. */
export function connectorColumns(nowMs: number, t: DeskTranslate, f: Formats): Column<LiveRow>[] {
  const words = (row: LiveRow): ReturnType<typeof rowWords> => rowWords(row, nowMs, t, f)
  const column = (key: Key, width: string, rest: Content): Column<LiveRow> => {
    return { key, name: t(`live.col.${key}`), width, ...rest }
  }
  const figure = (value: number | null | undefined): string =>
    value == null ? '' : f.fixed(value, 1)
  const kiloWatts = ({ session }: LiveRow): number | null =>
    session?.powerW == null ? null : session.powerW / WATTS_PER_KILOWATT
  return [
    column('number', 'minmax(4em, 0.4fr)', {
      text: ({ connector }) => connector.number,
      sortBy: ({ connector }) => connector.number,
    }),
    column('station', 'minmax(8em, 2fr)', {
      text: ({ connector }) => connector.stationLabel,
      sortBy: ({ connector }) => connector.stationLabel,
    }),
    column('state', 'minmax(13em, 1fr)', {
      text: (row) => words(row).state,
      sortBy: (row) => words(row).state,
    }),
    column('since', 'minmax(9.5em, 0.8fr)', {
      text: (row) => words(row).since,
      sortBy: (row) => sinceOf(row)?.atMs ?? null,
    }),
    column('energy', 'minmax(5em, 0.5fr)', {
      end: true,
      text: ({ session }) => figure(session?.energyKWh),
      sortBy: ({ session }) => session?.energyKWh ?? null,
    }),
    column('power', 'minmax(5em, 0.5fr)', {
      end: true,
      text: (row) => figure(kiloWatts(row)),
      sortBy: kiloWatts,
    }),
    column('booking', 'minmax(6em, 0.8fr)', {
      text: (row) => originOf(row)?.bookingReference ?? '',
      sortBy: (row) => originOf(row)?.bookingReference ?? null,
    }),
    column('card', 'minmax(7em, 1.2fr)', {
      text: (row) => originOf(row)?.optionLabel ?? '',
      sortBy: (row) => originOf(row)?.optionLabel ?? null,
    }),
  ]
}
