import type { DeskTranslate } from '../../i18n/desk-text.ts'
import type { Formats } from '../../i18n/format.ts'
import type { Column } from '../../ui/table/table.ts'
import type { SessionRow } from './session-row.ts'

/** The columns of the history; `lengthOf`: a session's duration so far (ms), null where it is not known. */
export function historyColumns(
  lengthOf: (row: SessionRow) => number | null,
  t: DeskTranslate,
  f: Formats,
): Column<SessionRow>[] {
  return [
    {
      key: 'start',
      name: t('sessions.start'),
      width: 'minmax(12.5em, 1.2fr)',
      text: ({ startedAtMs }) => (startedAtMs === null ? null : f.dateTime(startedAtMs)),
      sortBy: ({ startedAtMs }) => startedAtMs,
    },
    {
      key: 'duration',
      name: t('sessions.duration'),
      width: 'minmax(7.5em, 0.7fr)',
      text: (row) => {
        const ms = lengthOf(row)
        return ms === null ? null : f.duration(ms)
      },
      sortBy: (row) => lengthOf(row),
    },
    {
      key: 'connector',
      name: t('sessions.connector'),
      width: 'minmax(5.5em, 0.5fr)',
      text: ({ number }) => number || null,
      sortBy: ({ number }) => number,
    },
    {
      key: 'station',
      name: t('sessions.station'),
      width: 'minmax(7em, 2fr)',
      text: ({ station, evseId }) => station ?? evseId,
      sortBy: ({ station }) => station,
    },
    {
      key: 'status',
      name: t('sessions.status'),
      width: 'minmax(7.5em, 0.7fr)',
      text: ({ status }) => t(`sessions.status.${status}`),
      sortBy: ({ status }) => t(`sessions.status.${status}`),
    },
    {
      key: 'booking',
      name: t('sessions.booking'),
      width: 'minmax(6.5em, 1fr)',
      text: ({ bookingReference }) => bookingReference ?? '',
      sortBy: ({ bookingReference }) => bookingReference,
    },
    {
      key: 'energy',
      name: t('sessions.energy'),
      width: 'minmax(6.5em, 0.6fr)',
      text: ({ energyKWh }) => (energyKWh === null ? null : f.kWh(energyKWh, 2)),
      sortBy: ({ energyKWh }) => energyKWh,
      end: true,
    },
    {
      key: 'cost',
      name: t('sessions.cost'),
      width: 'minmax(6.5em, 0.6fr)',
      text: ({ cost }) => cost && f.money(cost),
      sortBy: ({ cost }) => cost?.amount ?? null,
      end: true,
    },
  ]
}
