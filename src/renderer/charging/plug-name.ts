import type { Connector } from '#contract/site.ts'
import type { Translate } from '../i18n/text.ts'

/** The plug's everyday name; for kinds that we do not know, the platform's own. */
export function plugName(connector: Connector, t: Translate): string {
  return connector.plug === 'other' && connector.plugLabel
    ? connector.plugLabel
    : t(`plug.${connector.plug}`)
}

/** `Type 2, 22 kW` */
export function plugLine(
  connector: Connector,
  t: Translate,
  kW: (value: number) => string,
): string {
  const name = plugName(connector, t)
  return connector.maxPowerKW === null ? name : `${name}, ${kW(connector.maxPowerKW)}`
}
