import type { Plan, Way } from './plan.ts'
import type { Stand } from './stand.ts'

export type Invoke = ReturnType<Stand['terminal']>['invoke']

/** Commands to the terminal that runs; time passes until they are answered. */
export const invokeAt =
  (stand: Stand): Invoke =>
  (name, input) =>
    stand.during(stand.terminal().invoke(name, input))

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
