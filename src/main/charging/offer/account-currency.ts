import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import { PlatformError } from '#main/platform/platform.ts'
import type { ChargingApi } from '#main/charging/api/charging-api.ts'

const codes: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))
/** A currency that nobody names is not asked for again within this time. */
const UNNAMED_FOR_MS = 5 * 60_000

/**
 * The currency of amounts that have none of their own, as packages do: the tenant's (setting `crm_currency`,
 * L1739), else the contact's (`Contact.currency`).
 */
export interface AccountCurrency {
  /** Remembered once it is known; null while nobody names one. */
  ask(): Promise<string | null>
  /** As far as it was asked for. */
  known(): string | null
}

export function createAccountCurrency(deps: {
  api: Pick<ChargingApi, 'setting' | 'contactCurrency'>
  clock: Clock
  log: Log
}): AccountCurrency {
  const { api, clock, log } = deps
  let known: string | null = null
  let unnamedUntilMs = -Infinity

  /** Null: it is not named. Throws where nobody could be asked. */
  const named = async (ask: () => Promise<string | null>): Promise<string | null> => {
    try {
      const code = (await ask())?.trim().toUpperCase() ?? ''
      return codes.has(code) ? code : null
    } catch (error) {
      if (error instanceof PlatformError && error.outcome === 'refused') return null
      throw error
    }
  }

  const ask = async (): Promise<string | null> => {
    if (known !== null || clock.now() < unnamedUntilMs) return known
    try {
      known = (await named(() => api.setting('crm_currency'))) ?? (await named(api.contactCurrency))
      if (known === null) unnamedUntilMs = clock.now() + UNNAMED_FOR_MS
    } catch (error) {
      log.info({ error: String(error) }, 'the currency of the account is not known')
    }
    return known
  }
  return { ask, known: () => known }
}
