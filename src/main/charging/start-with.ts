import type { Clock } from '#common/clock.ts'
import type { MarkOf } from './card-mark.ts'
import type { ChargingApi } from './charging-api.ts'
import type { Offers } from './offers.ts'
import type { Choice } from './options.ts'
import { assertNoHold } from './payment.ts'
import type { StartRecord } from './records.ts'
import type { StartBook } from './start-book.ts'
import { readyChoice, type StartRequest } from './start-requests.ts'
import type { Starter } from './starter.ts'

/** Starts with a card of the account, as `choose` finds it among the options. Throws a CommandError. */
export type StartWith = (
  request: StartRequest,
  choose: (request: StartRequest) => Choice,
  startedBy: StartRecord['startedBy'],
) => Promise<{ startId: string }>

export function createStartWith(deps: {
  starter: Starter
  book: StartBook
  api: ChargingApi
  clock: Clock
  markOf: MarkOf
  skewMs(): number
  offers: Pick<Offers, 'assertSold'>
}): StartWith {
  const { starter, book, clock } = deps
  return (request, choose, startedBy) =>
    starter.start(request, () => {
      const choice = choose(request)
      const { connectorId, packageId } = request
      if (choice.hold) assertNoHold(book.all(), connectorId, clock.now())
      const ready = readyChoice(request, choice, startedBy, deps)
      if (packageId !== undefined) deps.offers.assertSold(connectorId, packageId)
      return ready
    })
}
