import type { Log } from '#main/log.ts'
import type { ChargingApi } from './charging-api.ts'

const codes: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/**
 * The tenant's currency (setting `crm_currency`, L1739): packages have none of their own. Asked
 * until it is known, then remembered; null when the tenant names none.
 */
export function createTenantCurrency(deps: {
  api: Pick<ChargingApi, 'setting'>
  log: Log
}): () => Promise<string | null> {
  let known: string | null = null
  return async () => {
    if (known !== null) return known
    try {
      const told = (await deps.api.setting('crm_currency'))?.trim().toUpperCase() ?? ''
      known = codes.has(told) ? told : null
    } catch (error) {
      deps.log.info({ error: String(error) }, 'the currency of the packages is not known')
    }
    return known
  }
}
