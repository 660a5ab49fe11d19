import { CommandError, failureOf } from '#main/core/errors.ts'
import { VALID_FOR_MS } from '#main/charging/ledger/validity.ts'
import type { AttemptReading } from '#main/site/reading.ts'
import { followAnswer } from '#main/charging/start/follow.ts'
import type { StartKind } from '#main/charging/start/start-kind.ts'
import { accountRecord, type AccountKindDeps, type AccountOrder } from './account-order.ts'

/** By card, and at a free connector (`attemptRemoteStart`, L2380): an attempt that is followed by its id. */
export function cardStart(order: AccountOrder, deps: AccountKindDeps): StartKind<AttemptReading> {
  const { api, offers, skewMs } = deps
  const { request, choice } = order
  return {
    record: accountRecord(order, deps),
    validForMs: VALID_FOR_MS,
    check() {
      const { connectorId, packageId } = request
      if (packageId === undefined) return
      if (choice.kind !== 'card') throw noPackage()
      offers.assertSold(connectorId, packageId)
    },
    send({ connectorId, packageId, target, validUntilMs }) {
      const config = {
        validUntil: new Date(validUntilMs + skewMs()).toISOString(),
        ...(packageId === null ? {} : { ratePackage: packageId }),
        ...(target?.kind === 'time' ? { stopMinutes: target.minutes } : {}),
      }
      return api.attemptStart({ connectorId, tagId: choice.tagId, config })
    },
    afterAnswer: followAnswer,
  }
}

/** No other start takes a package (L3056). */
export const noPackage = (): CommandError =>
  new CommandError(failureOf('invalid', 'A package goes with a card only.'))
