import { randomUUID } from 'node:crypto'
import type { Clock } from '#common/clock.ts'
import type { Approval } from '#contract/desk.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import { createKeyedTimers } from '#main/core/keyed-timers.ts'
import type { OptionRegistry } from './options.ts'
import type { StartRequest } from './start-request.ts'

/** What guests ask the desk to allow. In memory: a guest who is gone asks again. */
export interface Approvals {
  /** A second request at a connector takes the first one's place. Throws `option-gone` or `invalid`. */
  ask(request: StartRequest): { approvalId: string }
  list(): Approval[]
  /** Runs `start` with what was asked for. Throws `approval-gone`, or what `start` throws. */
  approve(
    id: string,
    start: (request: StartRequest) => Promise<{ startId: string }>,
  ): Promise<{ startId: string }>
  decline(id: string): void
  /** The guest does not want it any more. */
  withdraw(id: string): void
  /** The guest has gone: nothing waits any more. */
  left(): void
  close(): void
}

/** How long an answer is shown to the guest. */
const ANSWER_SHOWN_MS = 60_000

interface Asked {
  readonly approval: Approval
  readonly request: StartRequest
}

export function createApprovals(deps: {
  options: Pick<OptionRegistry, 'look'>
  clock: Clock
  changed(): void
}): Approvals {
  const { options, clock, changed } = deps
  const asked = new Map<string, Asked>()
  const timers = createKeyedTimers(clock)

  const forget = (id: string): void => {
    timers.cancel(id)
    asked.delete(id)
  }
  const answer = (id: string, change: Partial<Approval>): void => {
    const known = asked.get(id)
    if (!known) return
    asked.set(id, { ...known, approval: { ...known.approval, ...change } })
    timers.set(id, ANSWER_SHOWN_MS, () => {
      forget(id)
      changed()
    })
    changed()
  }

  return {
    ask(request) {
      const { connectorId } = request
      const { label, untilMs } = options.look(request)
      for (const { approval } of asked.values()) {
        if (approval.connectorId === connectorId) forget(approval.id)
      }
      const approval = newApproval(request, { label, untilMs, nowMs: clock.now() })
      asked.set(approval.id, { approval, request })
      timers.set(approval.id, untilMs - clock.now(), () => {
        answer(approval.id, { state: 'expired' })
      })
      changed()
      return { approvalId: approval.id }
    },
    list: () => [...asked.values()].map(({ approval }) => approval),
    async approve(id, start) {
      const { request } = stillWaiting(asked.get(id))
      const { startId } = await start(request)
      answer(id, { state: 'approved', startId })
      return { startId }
    },
    decline(id) {
      stillWaiting(asked.get(id))
      answer(id, { state: 'declined' })
    },
    withdraw(id) {
      forget(id)
      changed()
    },
    left() {
      for (const id of [...asked.keys()]) forget(id)
      changed()
    },
    close: timers.cancelAll,
  }
}

function stillWaiting(known: Asked | undefined): Asked {
  if (known?.approval.state === 'waiting') return known
  throw new CommandError(failureOf('approval-gone', 'The guest does not wait for it any more.'))
}

const newApproval = (
  { connectorId, bookingReference }: StartRequest,
  { label, untilMs, nowMs }: { label: string | null; untilMs: number; nowMs: number },
): Approval => ({
  id: randomUUID(),
  connectorId,
  optionLabel: label,
  bookingReference: bookingReference ?? null,
  askedAtMs: Math.round(nowMs),
  untilMs: Math.round(untilMs),
  state: 'waiting',
  startId: null,
})
