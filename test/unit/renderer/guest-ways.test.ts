// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Offer, Payment, Start } from '#contract/charging.ts'
import type { LiveModel } from '#contract/live.ts'
import { itemsOf } from '#renderer/speech/tree.ts'
import {
  aConnector,
  aFailure,
  aModel,
  anOffer,
  anOption,
  aPackage,
  aStart,
  type FakeBridge,
  MINUTE_MS,
  NOW_MS,
} from './fakes.ts'
import { button, choose, fetchScreens, sees, PageRig, tap } from './page-rig.ts'

let rig: PageRig
let bridge: FakeBridge

async function open(offer: Partial<Offer>, model: Partial<LiveModel> = {}): Promise<void> {
  rig = new PageRig(aModel(model), {
    'charging.options': () => ({ ok: true, value: anOffer(offer) }),
  })
  bridge = rig.bridge
  await rig.open()
}

const PHONE = anOption({
  id: 'o2',
  kind: 'phone',
  label: null,
  holds: [
    { amount: 30, currency: 'EUR' },
    { amount: 60, currency: 'EUR' },
  ],
})
const PAYMENT: Payment = {
  hold: { amount: 60, currency: 'EUR' },
  url: 'https://pay.test/checkout/1',
  dueMs: NOW_MS + 10 * MINUTE_MS,
  state: 'pending',
}
function paying(over: Partial<Start> = {}): Start {
  return aStart({
    kind: 'phone',
    payment: PAYMENT,
    step: 'paying',
    history: [{ step: 'paying', atMs: NOW_MS, source: 'platform' }],
    ...over,
  })
}

beforeAll(fetchScreens, 60_000)
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  rig.close()
  vi.useRealTimers()
})

describe('what a partner or a date changes', () => {
  it('is said at a plug of a partner’s network, before the start and while it is waited for', async () => {
    const connector = aConnector({ roaming: true })
    await open({}, { connectors: [connector] })
    await tap(/^Start here – Plug 1$/)
    await sees('This plug belongs to a partner network.')
    await sees('The start may take longer, and the price may differ.')
  })

  it('is said at a partner’s card, and at one that is valid for less than a week', async () => {
    const DAY_MS = 24 * 60 * MINUTE_MS
    const options = [
      anOption({ label: 'Partner', roaming: true }),
      anOption({ id: 'o2', label: 'Short', expiresAtMs: NOW_MS + 6 * DAY_MS }),
      anOption({ id: 'o3', label: 'Long', expiresAtMs: NOW_MS + 8 * DAY_MS }),
    ]
    await open({ options })
    await tap(/^Start here – Plug 1$/)
    await sees('A partner’s card: what it costs may differ from the price here.')
    const notes = [...document.querySelectorAll('.option')].map(({ textContent }) =>
      textContent.includes('This card is valid until'),
    )
    expect(notes).toEqual([false, true, false])
  })
})

describe('the price', () => {
  const short = '0.59 EUR/kWh + 0.10 EUR/min after 60 min'
  const cost = (amount: number) => ({ amount, currency: 'EUR' })

  it('is told in the guest’s language, part by part, beside the text as delivered', async () => {
    await open({ options: [anOption({ rate: { short, full: 'Prices include tax.' } })] })
    await tap(/^Start here – Plug 1$/)
    await sees('€0.59 per\u00a0kWh')
    await sees('€0.10 per\u00a0minute after\u00a01\u00a0hour')
    await sees(`As the charging network puts it: “${short}”`)
    await sees('Prices include tax.')
  })

  it('opens the platform’s own words at a touch, marked as theirs; nothing to open where they stand', async () => {
    await open({ options: [anOption({ rate: { short, full: 'Prices include tax.' } })] })
    await tap(/^Start here – Plug 1$/)
    await sees('Prices include tax.')
    await tap(/^€0\.59 per/)
    await vi.waitFor(() => {
      const dialog = document.querySelector('[role="dialog"]')
      expect(dialog?.textContent).toContain(`As the charging network puts it: “${short}”`)
      const theirs = [...(dialog?.querySelectorAll('[lang=""]') ?? [])]
      expect(theirs.map(({ textContent }) => textContent)).toEqual([short, 'Prices include tax.'])
    })
  })

  it('that cannot be read is no button', async () => {
    const price = { kind: 'text', text: 'Ask at the bar', asOfMs: NOW_MS } as const
    await open({ options: [] }, { connectors: [aConnector({ price })] })
    await tap(/^Start here – Plug 1$/)
    await sees('Ask at the bar')
    expect(document.querySelector('section.head button')).toBeNull()
  })

  it('comes with examples where main could work them out', async () => {
    const examples = [
      { energyKWh: 20, minutes: 60, cost: cost(11.8) },
      { energyKWh: 20, minutes: 90, cost: cost(14.8) },
    ]
    await open({ options: [anOption({ examples })] })
    await tap(/^Start here – Plug 1$/)
    await sees('20\u00a0kWh in 1\u00a0h: about €11.80')
    await sees('20\u00a0kWh in 1\u00a0h 30\u00a0min: about €14.80')
  })
})

describe('paying by phone', () => {
  it('tells before what is held and how it is released, and sends the amount that was chosen', async () => {
    await open({ options: [anOption(), PHONE] })
    await tap(/^Start here – Plug 1$/)
    await choose('Pay by phone')
    await sees('the rest is released')
    expect(button(/^Choose the amount to hold$/)?.disabled).toBe(true)
    await choose('€60.00')
    await tap(/^Go to the payment$/)
    await sees('Checking the station')
    expect(bridge.inputsOf('charging.start')).toMatchObject([{ optionId: 'o2', hold: 1 }])
  })

  it('holds no second amount while the first may still be held, and says until when', async () => {
    await open({ options: [{ ...PHONE, holdBlockedUntilMs: NOW_MS + 15 * MINUTE_MS }] })
    await tap(/^Start here – Plug 1$/)
    await sees('Another one is possible from 14:47')
    await choose('€30.00')
    expect(button(/^Go to the payment$/)?.disabled).toBe(true)
  })

  it('shows the page to pay on as a code, the amount and the time left', async () => {
    await open({}, { starts: [paying()] })
    await tap(/^Start here – Plug 1$/)
    await tap(/^Start charging$/)
    await sees('€60.00 will be held')
    await sees('10:00')
    await vi.waitFor(() => {
      expect(
        document.querySelector('svg[role="img"][aria-label="Code to the payment page"]'),
      ).not.toBeNull()
    })
    expect(document.querySelector('a[href]')).toBeNull()
  })

  it('tells who hears the screen that a phone with a camera is needed', async () => {
    await open({}, { starts: [paying()] })
    await tap(/^Start here – Plug 1$/)
    await tap(/^Start charging$/)
    await sees('Pay on your phone')
    const spoken = itemsOf(document.body).map(({ name }) => name)
    expect(spoken.join(' ')).toContain('This needs a phone with a camera.')
  })

  it.each([
    ['payment-refused', 'released', 'The payment was refused', 'The amount held is released.'],
    ['payment-overdue', 'may-remain', 'Not paid in time', 'may still be held for a while'],
    ['payment-overdue', 'none', 'Not paid in time', 'Nothing was held.'],
  ] as const)('%s: says what happens to the hold (%s)', async (code, hold, title, text) => {
    await open({}, { starts: [paying()] })
    await tap(/^Start here – Plug 1$/)
    await tap(/^Start charging$/)
    await sees('Pay on your phone')
    bridge.push('live', {
      revision: 2,
      starts: [paying({ step: 'failed', failure: aFailure(code, { details: { hold } }) })],
    })
    await sees(title)
    await sees(text)
  })
})

describe('the operator’s rules', () => {
  it('a booking number is typed on the terminal’s own keys', async () => {
    await open({ options: [anOption({ needs: 'booking' })] })
    await tap(/^Start here – Plug 1$/)
    await tap(/^Enter booking number$/)
    for (const key of ['R', '2', '1', '4']) await tap(new RegExp(`^${key}$`))
    await tap(/^Use this number$/)
    await tap(/^Start charging$/)
    await sees('Checking the station')
    expect(bridge.inputsOf('charging.start')).toMatchObject([{ bookingReference: 'R214' }])
  })

  it('what needs the desk is asked of the desk, and not started', async () => {
    await open({ options: [anOption({ needs: 'desk' })] })
    await tap(/^Start here – Plug 1$/)
    await sees('Please ask the front desk: they start this for you.')
    await tap(/^Ask the front desk$/)
    await vi.waitFor(() => {
      expect(bridge.inputsOf('charging.request')).toMatchObject([{ optionId: 'o1' }])
    })
    expect(bridge.inputsOf('charging.start')).toEqual([])
  })
})

describe('packages and targets', () => {
  it('a package has the price as delivered, and when it ends', async () => {
    await open({ packages: [aPackage()] })
    await tap(/^Start here – Plug 1$/)
    await sees('€9.90')
    await sees('Stops by itself after 2\u00a0h')
    await choose('Night')
    await tap(/^Start charging$/)
    await sees('Checking the station')
    expect(bridge.inputsOf('charging.start')).toMatchObject([{ packageId: 'p1' }])
  })

  it('a package says what it buys: how long, by which rate, and what energy costs with it', async () => {
    const rate = { short: '0.35 EUR/kWh', full: 'Pay per kWh, billed after the session ends.' }
    await open({ packages: [aPackage({ rate, runtimeMinutes: 180 })] })
    await tap(/^Start here – Plug 1$/)
    await sees('Lasts 3\u00a0h')
    await sees('Energy with it: €0.35\u00a0per\u00a0kWh')
    await sees('Pay per kWh, billed after the session ends.')
  })

  it('a package says so where the network does not tell what energy costs with it', async () => {
    await open({ packages: [aPackage()] })
    await tap(/^Start here – Plug 1$/)
    await sees('does not say what energy costs with it')
  })

  it.each([
    ['no-price', 'names no price'],
    ['no-currency', 'in which currency'],
  ] as const)(
    'a package that is not sold says why, and cannot be chosen: %s',
    async (notSold, why) => {
      await open({ packages: [aPackage({ price: null, notSold })] })
      await tap(/^Start here – Plug 1$/)
      await sees(why)
      await choose('Night')
      await tap(/^Start charging$/)
      await sees('Checking the station')
      expect(bridge.inputsOf('charging.start')[0]).not.toHaveProperty('packageId')
    },
  )

  it('a card of the account says who pays: in the operator’s words, else whose account it is', async () => {
    await open({ options: [anOption(), anOption({ id: 'o3', guestLabel: 'On the room' })] })
    await tap(/^Start here – Plug 1$/)
    await sees('On the site’s account: Hotel guests')
    await sees('On the room')
  })

  it('a payment whose currency nobody names is not chosen by itself, and says why', async () => {
    await open({ options: [{ ...PHONE, holds: [], notSold: 'no-currency' }] })
    await tap(/^Start here – Plug 1$/)
    await sees('in which currency an amount would be held')
    expect(button(/Start charging/)?.disabled).toBe(true)
  })

  it('a battery level is set in steps, and it is said who watches it', async () => {
    await open({})
    await tap(/^Start here – Plug 1$/)
    await choose('Battery')
    await sees('This terminal watches it')
    await tap(/^Battery: More$/)
    await tap(/^Start charging$/)
    await sees('Checking the station')
    expect(bridge.inputsOf('charging.start')).toMatchObject([
      { target: { kind: 'charge', percent: 85 } },
    ])
  })
})

describe('the guest’s own card', () => {
  const own = aStart({
    kind: 'rfid',
    step: 'charging',
    history: [{ step: 'charging', atMs: NOW_MS - 43 * MINUTE_MS, source: 'station' }],
  })

  it('is offered where a reader is there', async () => {
    await open({ options: [], ownCard: true })
    await tap(/^Start here – Plug 1$/)
    await sees('Hold your card to the reader.')
    expect(button(/^Start charging$/)).toBeUndefined()
  })

  it('shows state and time only, says why, and is stopped by its start', async () => {
    await open({}, { starts: [own] })
    await tap(/^Start here – Plug 1$/)
    await tap(/^Start charging$/)
    await sees('Energy and receipt come from the provider of your card.')
    await sees('42\u00a0min')
    expect(document.body.textContent).not.toContain('kWh')
    await tap(/^Hold to stop/)
    await tap(/^Yes, stop$/)
    await vi.waitFor(() => {
      expect(bridge.inputsOf('charging.stop')).toMatchObject([{ sessionId: 'start1' }])
    })
  })
})
