import type { Start } from '#contract/charging.ts'
import type { Plan, Way } from './plan.ts'
import type { Stand } from './stand.ts'

export type Invoke = ReturnType<Stand['terminal']>['invoke']

/** Commands to the terminal that runs; time passes until they are answered. */
export const invokeAt =
  (stand: Stand): Invoke =>
  (name, input) =>
    stand.during(stand.terminal().invoke(name, input))

/** The start that was asked for last, as its guest knows it. */
export interface Asked {
  startId: string | null
  atMs: number
  way: Way | null
  connectorId: string
  code: string | null
  /** As the screen has it. */
  shown(): Start | undefined
}

/** What was asked for when the terminal died counts if it had been written down. */
export interface Doubts {
  /** Counts something once it is known what was written down. */
  add(count: () => void): void
  countWhatWasWritten(): void
}

export function createDoubts(): Doubts {
  const doubtful: (() => void)[] = []
  return {
    add: (count) => void doubtful.push(count),
    countWhatWasWritten() {
      for (const count of doubtful.splice(0)) count()
    },
  }
}

/** Unlocks the desk, does its work there and locks it. */
export type AtDesk = <T>(pin: string, work: () => Promise<T>) => Promise<T>

export const deskVisits = (stand: Stand): AtDesk => {
  const invoke = invokeAt(stand)
  return async (pin, work) => {
    const { watch } = stand
    const { presence } = watch
    watch.presence = 'desk'
    await invoke('desk.unlock', { pin })
    const done = await work()
    if (!stand.terminal().isGone) {
      await invoke('desk.lock', { keepGuest: true })
      // Where the settings have brought another terminal, what the desk saw stays on the page until it has asked.
      await stand.during(stand.terminal().look())
    }
    watch.presence = presence
    return done
  }
}

/** Starts in this way: what the guest presses, from the list of options on. */
export async function choose(
  plan: Plan,
  stand: Stand,
  { way, connectorId, requestId }: { way: Way; connectorId: string; requestId: string },
) {
  const invoke = invokeAt(stand)
  const tag = (await stand.simulator.control.overview()).roamingTag
  if (way === 'own-card') return invoke('reader.scan', { tag, connectorId, requestId })
  const offer = await invoke('charging.options', { connectorId })
  if (offer === 'lost' || !offer.ok) return offer
  const kind = way === 'phone' ? 'phone' : 'card'
  const option = offer.value.options.find((each) => each.kind === kind)
  const target = plan.target === null ? {} : { target: plan.target }
  const chosen = { connectorId, optionId: option?.id ?? 'none', requestId, ...target }
  if (way === 'desk') return invoke('desk.start', { ...chosen, withoutInvoice: true })
  return invoke('charging.start', way === 'phone' ? { ...chosen, hold: 0 } : chosen)
}

/** The guest with a phone. */
export interface Payer {
  /** Takes the payment pages along that the screen shows. */
  read(): void
  payIfAsked(): Promise<void>
}

export function createPayer(plan: Plan, stand: Stand): Payer {
  const pages = new Map<string, string>()
  const paid = new Set<string>()
  return {
    read() {
      for (const { payment, connectorId } of stand.terminal().view?.starts ?? [])
        if (payment?.url != null) pages.set(payment.url, connectorId)
    },
    async payIfAsked() {
      for (const [url, connectorId] of pages) {
        if (paid.has(url) || plan.pay === 'never') continue
        paid.add(url)
        await stand.simulator.control.answerPayment(url.split('/').at(-1) ?? '', plan.pay)
        if (plan.pay === 'decline') stand.declined(connectorId)
      }
    },
  }
}
