import type { DeskTranslate } from '../../i18n/desk-text.ts'
import type { Formats } from '../../i18n/format.ts'
import type { Column } from '../../ui/table/table.ts'
import { rowWords } from './live-words.ts'
import { sinceOf, type LiveRow } from './rows.ts'

type Key =
  'number' | 'station' | 'plug' | 'state' | 'since' | 'energy' | 'power' | 'price' | 'action'
type Content = Omit<Column<LiveRow>, 'key' | 'name' | 'width'>

/** The columns of the live table; `nowMs`: how long something has lasted. */
export function connectorColumns(nowMs: number, t: DeskTranslate, f: Formats): Column<LiveRow>[] {
  const words = (row: LiveRow): ReturnType<typeof rowWords> => rowWords(row, nowMs, t, f)
  const column = (key: Key, width: string, rest: Content): Column<LiveRow> => {
    return { key, name: t(`live.col.${key}`), width, ...rest }
  }
  return [
    column('number', 'minmax(2.6em, 0.4fr)', {
      text: ({ connector }) => connector.number,
      sortBy: ({ connector }) => connector.number,
    }),
    column('station', 'minmax(6em, 1.4fr)', {
      text: ({ connector }) => connector.stationLabel,
      sortBy: ({ connector }) => connector.stationLabel,
    }),
    column('plug', 'minmax(7em, 1fr)', {
      text: (row) => words(row).plug,
      sortBy: ({ connector }) => connector.maxPowerKW,
    }),
    column('state', 'minmax(10.5em, 1.2fr)', {
      text: (row) => words(row).state,
      sortBy: (row) => words(row).state,
    }),
    column('since', 'minmax(5em, 0.7fr)', {
      end: true,
      text: (row) => words(row).since,
      sortBy: (row) => sinceOf(row)?.atMs ?? null,
    }),
    column('energy', 'minmax(4.8em, 0.6fr)', {
      end: true,
      text: (row) => words(row).energy,
      sortBy: ({ session }) => session?.energyKWh ?? null,
    }),
    column('power', 'minmax(4.8em, 0.6fr)', {
      end: true,
      text: (row) => words(row).power,
      sortBy: ({ session }) => session?.powerW ?? null,
    }),
    column('price', 'minmax(6.2em, 1.2fr)', {
      text: (row) => words(row).price,
      sortBy: (row) => words(row).price,
    }),
    column('action', '7em', {
      end: true,
      text: () => '',
    }),
  ]
}
