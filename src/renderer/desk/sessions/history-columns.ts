import type { DeskTranslate } from '../../i18n/desk-text.ts'
import type { Formats } from '../../i18n/format.ts'
import type { Column } from '../../ui/table/table.ts'
import type { SessionRow } from './session-row.ts'

type Key = 'start' | 'duration' | 'connector' | 'station' | 'status' | 'booking' | 'energy' | 'cost'
type Content = Omit<Column<SessionRow>, 'key' | 'name' | 'width'>

/** The columns of the history; `lengthOf`: a session's duration so far (ms), null where it is not known. */
export function historyColumns(
  lengthOf: (row: SessionRow) => number | null,
  nowMs: number,
  t: DeskTranslate,
  f: Formats,
): Column<SessionRow>[] {
  const column = (key: Key, width: string, rest: Content): Column<SessionRow> => {
    return { key, name: t(`sessions.${key}`), width, ...rest }
  }
  return [
    column('start', 'minmax(9.5em, 1fr)', {
      text: ({ startedAtMs }) =>
        startedAtMs === null ? null : f.dateTimeShort(startedAtMs, nowMs),
      sortBy: ({ startedAtMs }) => startedAtMs,
    }),
    column('duration', 'minmax(7.5em, 0.7fr)', {
      text: (row) => {
        const ms = lengthOf(row)
        return ms === null ? null : f.duration(ms)
      },
      sortBy: (row) => lengthOf(row),
    }),
    column('connector', 'minmax(7.5em, 0.5fr)', {
      text: ({ number }) => number || null,
      sortBy: ({ number }) => number,
    }),
    column('station', 'minmax(7em, 2fr)', {
      text: ({ station, evseId }) => station ?? evseId,
      sortBy: ({ station }) => station,
    }),
    column('status', 'minmax(9.5em, 0.8fr)', {
      text: ({ status }) => t(`sessions.status.${status}`),
      sortBy: ({ status }) => t(`sessions.status.${status}`),
    }),
    column('booking', 'minmax(6.5em, 1fr)', {
      text: ({ bookingReference }) => bookingReference ?? '',
      sortBy: ({ bookingReference }) => bookingReference,
    }),
    column('energy', 'minmax(6.5em, 0.6fr)', {
      text: ({ energyKWh }) => (energyKWh === null ? null : f.kWh(energyKWh, 2)),
      sortBy: ({ energyKWh }) => energyKWh,
      end: true,
    }),
    column('cost', 'minmax(6.5em, 0.6fr)', {
      text: ({ cost }) => cost && f.money(cost),
      sortBy: ({ cost }) => cost?.amount ?? null,
      end: true,
    }),
  ]
}
