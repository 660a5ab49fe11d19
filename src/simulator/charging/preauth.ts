import type { Clock } from '#common/clock.ts'
import { LatestMap } from '#common/latest-map.ts'
import type { Random } from '../random.ts'
import { KEPT } from '../state/latest.ts'
import type { Attempt } from './attempt-book.ts'
import type { Tempo } from './hesitation.ts'

export type PreauthState = 'open' | 'authenticating' | 'approved' | 'declined' | 'expired'

/** A start that waits for an amount to be held (remoteStartWithPreauth, L2477). */
export interface Preauth {
  id: string
  contactId: string
  /** What the guest is asked to have held, as text. */
  amountText: string
  connectorLabel: string
  state: PreauthState
  /** The start that followed the approval. */
  attempt: Attempt | null
}

export interface Preauths {
  open(
    facts: Pick<Preauth, 'contactId' | 'amountText' | 'connectorLabel'>,
    start: () => Attempt,
  ): Preauth
  find(id: string): Preauth | undefined
  /** The guest's answer on the payment page. With 3-D Secure the approval takes a while. */
  answer(id: string, answer: 'approve' | 'decline' | 'secure'): void
}

/** How long the bank's own confirmation (3-D Secure) takes, in ms. */
const SECURE_MS = 8_000
/** A payment page that nobody answers is closed after this time, in ms. */
const OPEN_MS = 900_000

export function createPreauths(clock: Clock, random: Random, tempo: Tempo): Preauths {
  const preauths = new LatestMap<string, Preauth>(KEPT)
  const starts = new LatestMap<string, () => Attempt>(KEPT)

  const approve = (preauth: Preauth): void => {
    preauth.state = 'approved'
    preauth.attempt = starts.get(preauth.id)?.() ?? null
  }

  return {
    find: (id) => preauths.get(id),
    open(facts, start) {
      const preauth: Preauth = { ...facts, id: random.uuid(), state: 'open', attempt: null }
      preauths.set(preauth.id, preauth)
      starts.set(preauth.id, start)
      clock.setTimer(OPEN_MS, () => {
        if (preauth.state === 'open') preauth.state = 'expired'
      })
      return preauth
    },
    answer(id, answer) {
      const preauth = preauths.get(id)
      if (preauth?.state !== 'open') return
      if (answer === 'decline') preauth.state = 'declined'
      else if (answer === 'approve') approve(preauth)
      else {
        preauth.state = 'authenticating'
        clock.setTimer(SECURE_MS * tempo.pace, () => {
          approve(preauth)
        })
      }
    },
  }
}
