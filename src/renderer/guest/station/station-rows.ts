import { joined } from '../../i18n/isolated.ts'
import type { Translate } from '../../i18n/text.ts'
import type { Station } from './use-station.ts'

/** One fact about a station. */
export interface StationRow {
  readonly name: string
  readonly value: string
}

/** What there is a value for. */
export function filledRows(
  rows: readonly { readonly name: string; readonly value: string | null | undefined }[],
): StationRow[] {
  return rows.flatMap(({ name, value }) => (value?.trim() ? [{ name, value }] : []))
}

/** What its operator says of a station: where it stands, and notices of their own. */
export function stationRows(station: Station | null, t: Translate): StationRow[] {
  const { address, zip, city, directions, information, operator } = station ?? {}
  const notices = (station?.additionalFields ?? []).map((field) => ({
    name: field?.name ?? t('connector.details.notice'),
    value: field?.value,
  }))
  return filledRows([
    {
      name: t('connector.details.address'),
      value: joined([address, joined([zip, city], ' ')], ', '),
    },
    { name: t('connector.details.directions'), value: directions },
    { name: t('connector.details.notice'), value: information?.marketingDisplay },
    ...notices,
    { name: t('connector.details.description'), value: information?.additional },
    { name: t('connector.details.payment'), value: information?.payment },
    { name: t('connector.details.operator'), value: operator?.name },
  ])
}
