import type { Clock } from '#common/clock.ts'
import { LatestMap } from '#common/latest-map.ts'
import type { Offer, RatePackage } from '#contract/charging.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { Log } from '#main/core/log.ts'
import type { AccountCurrency } from './account-currency.ts'
import type {
  AvailableCard,
  AvailablePackage,
  ChargingApi,
} from '#main/charging/api/charging-api.ts'
import { commandFailure } from '#main/platform/command-failure.ts'
import type { GuestRules } from '#main/settings/guest-settings.ts'
import type { OptionRegistry } from './options.ts'
import { holdBlockedUntilMs } from './holds.ts'
import type { StartStore } from '#main/charging/ledger/start-store.ts'
import type { KnownConnector } from '#main/charging/api/known-connector.ts'

/** Hands fresh cards to the prices of the board. */
export type LearnPrices = (
  connectorId: string,
  cards: readonly { id: string; shortDescription: string | null; preauthRequired: boolean }[],
) => void

export interface Offers {
  /** Everything that may be chosen at a connector, fresh. Throws a CommandError. */
  offer(connectorId: string): Promise<Offer>
  /** Throws a CommandError `option-gone` for a package that was not on sale there when it was last offered. */
  assertSold(connectorId: string, packageId: string): void
}

const CONNECTORS_KEPT = 500

export function createOffers(deps: {
  api: ChargingApi
  clock: Clock
  log: Log
  startStore: StartStore
  options: OptionRegistry
  rules(): GuestRules
  connector(id: string): KnownConnector | null
  learnPrices: LearnPrices
  currency: Pick<AccountCurrency, 'ask'>
}): Offers {
  const { api, clock, log, startStore } = deps
  const sold = new LatestMap<string, ReadonlySet<string>>(CONNECTORS_KEPT)

  /** Packages are an addition: without them the cards still count. */
  const packagesAt = async (connectorId: string): Promise<RatePackage[]> => {
    try {
      const packages = await api.packages(connectorId)
      if (packages.length === 0) return []
      const priceCurrency = await deps.currency.ask()
      return packages.flatMap((each) => toPackage(each, priceCurrency))
    } catch (error) {
      log.info({ connectorId, error: String(error) }, 'the packages are not known')
      return []
    }
  }

  const fresh = async (connectorId: string, { freeOfCharge }: KnownConnector): Promise<Offer> => {
    const rules = deps.rules()
    const hasPackages = rules.packages && !freeOfCharge
    const [{ cards, atMs }, packages] = await Promise.all([
      api.cards(connectorId),
      hasPackages ? packagesAt(connectorId) : [],
    ])
    deps.learnPrices(connectorId, cards.map(toPrice))
    const blockedUntilMs = holdBlockedUntilMs(startStore.all(), connectorId, clock.now())
    const facts = { connectorId, freeOfCharge, cards, rules, holdBlockedUntilMs: blockedUntilMs }
    const options = deps.options.offer(facts)
    // No other start takes a package (L3056).
    const shown = options.some(({ kind }) => kind === 'card') ? packages : []
    const ids = shown.filter(({ notSold }) => notSold === null).map(({ id }) => id)
    sold.set(connectorId, new Set(ids))
    return { options, packages: shown, ownCard: rules.ownCard, asOfMs: atMs }
  }

  return {
    async offer(connectorId) {
      const connector = deps.connector(connectorId)
      if (!connector) throw new CommandError(failureOf('not-found', 'No such connector.'))
      try {
        return await fresh(connectorId, connector)
      } catch (error) {
        throw commandFailure(error)
      }
    },
    assertSold(connectorId, packageId) {
      if (sold.get(connectorId)?.has(packageId)) return
      throw new CommandError(failureOf('option-gone', 'The package is not on sale.'))
    },
  }
}

const toPrice = ({ id, rate, preauthRequired }: AvailableCard) => ({
  id,
  shortDescription: rate?.shortDescription ?? null,
  preauthRequired,
})

/** A package without an id cannot be asked for. */
function toPackage(offered: AvailablePackage, currency: string | null): RatePackage[] {
  const { id, amount, automaticStop, visibleRuntime, rate } = offered
  if (id === null) return []
  const notSold = amount === null ? 'no-price' : currency === null ? 'no-currency' : null
  return [
    {
      id,
      price: amount === null || currency === null ? null : { amount, currency },
      notSold,
      stopMinutes: automaticStop,
      runtimeMinutes: visibleRuntime,
      name: rate?.name ?? null,
      rate: rate && { short: rate.shortDescription, full: rate.description },
    },
  ]
}
