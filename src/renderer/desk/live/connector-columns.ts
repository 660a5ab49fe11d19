import type { DeskTranslate } from '../../i18n/desk-text.ts'
import type { Formats } from '../../i18n/format.ts'
import type { Column } from '../../ui/table/table.ts'
import { rowWords } from './live-words.ts'
import { sinceOf, type LiveRow } from './rows.ts'

/** The columns of the live table; `nowMs`: how long something has lasted. */
export function connectorColumns(nowMs: number, t: DeskTranslate, f: Formats): Column<LiveRow>[] {
  const words = (row: LiveRow): ReturnType<typeof rowWords> => rowWords(row, nowMs, t, f)
  return [
    {
      key: 'number',
      name: t('live.col.number'),
      width: 'minmax(2.6em, 0.4fr)',
      text: ({ connector }) => connector.number,
      sortBy: ({ connector }) => connector.number,
    },
    {
      key: 'station',
      name: t('live.col.station'),
      width: 'minmax(6em, 1.4fr)',
      text: ({ connector }) => connector.stationLabel,
      sortBy: ({ connector }) => connector.stationLabel,
    },
    {
      key: 'plug',
      name: t('live.col.plug'),
      width: 'minmax(7em, 1fr)',
      text: (row) => words(row).plug,
      sortBy: ({ connector }) => connector.maxPowerKW,
    },
    {
      key: 'state',
      name: t('live.col.state'),
      width: 'minmax(10.5em, 1.2fr)',
      text: (row) => words(row).state,
      sortBy: (row) => words(row).state,
    },
    {
      key: 'since',
      name: t('live.col.since'),
      width: 'minmax(5em, 0.7fr)',
      end: true,
      text: (row) => words(row).since,
      sortBy: (row) => sinceOf(row)?.atMs ?? null,
    },
    {
      key: 'energy',
      name: t('live.col.energy'),
      width: 'minmax(4.8em, 0.6fr)',
      end: true,
      text: (row) => words(row).energy,
      sortBy: ({ session }) => session?.energyKWh ?? null,
    },
    {
      key: 'power',
      name: t('live.col.power'),
      width: 'minmax(4.8em, 0.6fr)',
      end: true,
      text: (row) => words(row).power,
      sortBy: ({ session }) => session?.powerW ?? null,
    },
    {
      key: 'price',
      name: t('live.col.price'),
      width: 'minmax(6.2em, 1.2fr)',
      text: (row) => words(row).price,
      sortBy: (row) => words(row).price,
    },
    {
      key: 'action',
      name: t('live.col.action'),
      width: '7em',
      end: true,
      text: () => '',
    },
  ]
}
