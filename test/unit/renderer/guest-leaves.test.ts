// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Session, Start } from '#contract/charging.ts'
import type { TerminalInfo } from '#contract/terminal.ts'
import {
  aFailure,
  aModel,
  aConnector,
  aStart,
  anInfo,
  aSession,
  aSummary,
  type FakeBridge,
  NOW_MS,
} from './fakes.ts'
import { button, fetchScreens, sees, PageRig, tap } from './page-rig.ts'

/** Nobody types as fast as a card reader. */
const A_PERSONS_PACE_MS = 300
const LOCKED = aSession({ protection: 'code', claimed: false })
/** As much of a station as the help asks for. */
const STATION = {
  __typename: 'Cp',
  id: 's1',
  ...{ address: null, zip: null, city: null, directions: null, operator: null, information: null },
  contact: { __typename: 'ContactInformation', phone: '+43 316 9876543' },
}

let rig: PageRig
let bridge: FakeBridge

async function open(session: Session, info: Partial<TerminalInfo> = {}): Promise<void> {
  const claimed = (): { ok: true; value: null } => ({ ok: true, value: null })
  rig = new PageRig(aModel({ sessions: [session] }), { 'charging.claim': claimed }, info)
  bridge = rig.bridge
  await rig.open()
}

async function type(code: string): Promise<void> {
  for (const digit of code) await tap(new RegExp(`^${digit}$`))
}

beforeAll(fetchScreens, 60_000)
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  rig.close()
  vi.useRealTimers()
})

describe('the stop code', () => {
  it('is shown large to the guest whose charge it is', async () => {
    await open(aSession({ protection: 'code', stopCode: '4821' }))
    await tap(/^(?:Open with code|View or stop) – Plug 2$/)
    await sees('Your stop code is 4 8 2 1.')
    await sees('Take a photo of it now.')
  })

  it('opens a charge after its last digit, and nothing before', async () => {
    await open(LOCKED)
    await tap(/^(?:Open with code|View or stop) – Plug 2$/)
    await sees('Enter your stop code')
    expect(document.body.textContent).not.toContain('kWh')
    await type('4821')
    await vi.waitFor(() => {
      expect(bridge.inputsOf('charging.claim')).toEqual([{ sessionId: 'log1', code: '4821' }])
    })
    bridge.push('live', { revision: 2, sessions: [{ ...LOCKED, claimed: true }] })
    await sees('You can walk away')
  })

  it('can be typed on a keyboard, and corrected', async () => {
    await open(LOCKED)
    await tap(/^(?:Open with code|View or stop) – Plug 2$/)
    await sees('Enter your stop code')
    for (const key of ['4', '9', 'Backspace', '8', 'x', '2', '1']) {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
      await vi.advanceTimersByTimeAsync(A_PERSONS_PACE_MS)
    }
    await vi.waitFor(() => {
      expect(bridge.inputsOf('charging.claim')).toEqual([{ sessionId: 'log1', code: '4821' }])
    })
  })

  it('that is wrong is said to be wrong, slows down, and leaves the desk as the way out', async () => {
    await open(LOCKED)
    const retryAtMs = String(NOW_MS + 90_000)
    bridge.answers['charging.claim'] = () => ({
      ok: false,
      error: aFailure('wrong-code', { details: { retryAtMs } }),
    })
    await tap(/^(?:Open with code|View or stop) – Plug 2$/)
    await type('1111')
    await sees('That is not the right code.')
    await sees('You can try again in 1:')
    await sees('The front desk can stop it for you: tell them your plug and start time')
    expect(button(/^7$/)?.disabled).toBe(true)
    await vi.advanceTimersByTimeAsync(40_000)
    dispatchEvent(new Event('pointerdown'))
    await vi.advanceTimersByTimeAsync(52_000)
    expect(button(/^7$/)?.disabled).toBe(false)
  })
})

describe('a start', () => {
  const AT_START = aConnector({ state: 'starting', startBlock: 'start-open', startId: 'start1' })

  async function openStart(start: Start): Promise<void> {
    const model = aModel({ starts: [start] })
    const connectors = [AT_START, ...model.connectors.slice(1)]
    rig = new PageRig({ ...model, connectors })
    bridge = rig.bridge
    await rig.open()
    await tap(/^Continue – Plug 1$/)
  }

  it('shows its code large to the guest who made it', async () => {
    await openStart(aStart({ code: '4821' }))
    await sees('Your code is 4 8 2 1.')
    await sees('it brings you back here')
    expect(button(/^Cancel the start$/)).toBeDefined()
  })

  it('of a guest who has left shows neither target, payment nor cancel, but the way back', async () => {
    await openStart(aStart({ claimed: false }))
    await sees('A start is under way here')
    await sees('Enter your code')
    expect(button(/^Ask the front desk$/)).toBeDefined()
    expect(button(/^Cancel the start$/)).toBeUndefined()
    expect(document.body.textContent).not.toContain('Plug in now')
  })

  it('is theirs again after the last digit of its code', async () => {
    await openStart(aStart({ claimed: false }))
    await sees('Enter your code')
    bridge.answers['charging.claimStart'] = () => ({ ok: true, value: null })
    await type('4821')
    await vi.waitFor(() => {
      expect(bridge.inputsOf('charging.claimStart')).toEqual([{ startId: 'start1', code: '4821' }])
    })
    bridge.push('live', { revision: 2, starts: [aStart({ code: '4821' })] })
    await sees('Plug in now')
    expect(button(/^Cancel the start$/)).toBeDefined()
  })

  it('by own card asks for the card, not for a code', async () => {
    await openStart(aStart({ kind: 'rfid', claimed: false }))
    await sees('Then hold the same card to the reader.')
    expect(button(/^1$/)).toBeUndefined()
    expect(button(/^Cancel the start$/)).toBeUndefined()
  })

  it('of another guest that fails leads back to the board', async () => {
    await openStart(aStart({ claimed: false }))
    await sees('Enter your code')
    const failed = aStart({ claimed: false, step: 'timed-out' })
    bridge.push('live', { revision: 2, starts: [failed], connectors: [aConnector()] })
    await vi.waitFor(() => {
      expect(button(/^Start here – Plug 1$/)).toBeDefined()
    })
  })
})

describe('the receipt', () => {
  const ended = (over: Parameters<typeof aSummary>[0] = {}): Session =>
    aSession({ status: 'stopped', summary: aSummary(over) })

  async function finish(session: Session): Promise<void> {
    await open(aSession())
    await tap(/^(?:Open with code|View or stop) – Plug 2$/)
    await sees('You can walk away')
    bridge.push('live', { revision: 2, sessions: [session] })
    await sees('Thank you!')
  }
  const code = (label: string): Element | null =>
    document.querySelector(`svg[role="img"][aria-label="${label}"]`)

  it('gives invoice and calibration details as codes, and says nothing of what there is not', async () => {
    await finish(ended({ documentUrl: 'https://documents.test/1.pdf', calibrationUrl: null }))
    await vi.waitFor(() => {
      expect(code('Scan for your invoice')).not.toBeNull()
    })
    expect(document.body.textContent).not.toContain('not available')
    expect(document.querySelectorAll('.take svg[role="img"]')).toHaveLength(1)
    expect(document.querySelector('a[href]')).toBeNull()
  })

  it('is taken along in a code, without printer or document, unless the operator says no', async () => {
    await finish(ended({ documentUrl: null, calibrationUrl: null }))
    await vi.waitFor(() => {
      expect(code('Scan for your receipt')).not.toBeNull()
    })
    bridge.push('terminal', { ...anInfo(), guest: { ...anInfo().guest, takeAlong: false } })
    await vi.waitFor(() => {
      expect(code('Scan for your receipt')).toBeNull()
    })
  })

  it('is printed in the guest’s language', async () => {
    await finish(ended())
    bridge.answers['receipt.print'] = () => ({ ok: true, value: null })
    await tap(/^Print$/)
    await sees('Your receipt is printed.')
    expect(bridge.inputsOf('receipt.print')).toEqual([{ sessionId: 'log1', language: 'en' }])
  })

  it('says that there is no printer', async () => {
    await finish(ended())
    bridge.answers['receipt.print'] = () => ({ ok: false, error: aFailure('no-printer') })
    await tap(/^Print$/)
    await sees('There is no printer ready here.')
  })

  it('asks to unplug while the cable is still in', async () => {
    await open(aSession({ connectorId: 'c5' }))
    await tap(/^(?:Open with code|View or stop) – Plug 5$/)
    await sees('You can walk away')
    bridge.push('live', { revision: 2, sessions: [{ ...ended(), connectorId: 'c5' }] })
    await sees('Please unplug')
  })
})

describe('help', () => {
  it('names the desk’s phone, the plug, what is wrong, the stuck cable and the forgotten code', async () => {
    await open(aSession(), { guest: { ...anInfo().guest, deskPhone: '+43 1 234 56' } })
    await tap(/^(?:Open with code|View or stop) – Plug 2$/)
    await sees('You can walk away')
    bridge.push('live', {
      revision: 2,
      link: { state: 'lost', sinceMs: NOW_MS, lastGoodAtMs: NOW_MS, error: 'captive-portal' },
    })
    await tap(/^Help$/)
    await sees('Call the front desk')
    await sees('+43 1 234 56')
    await sees('You are at plug 2.')
    await sees('The network asks for a sign-in page.')
    await sees('code captive-portal')
    await sees('The cable is stuck')
    await sees('Forgotten your code?')
  })

  it('names the phone of the station as its operator’s, where the desk has none', async () => {
    await open(aSession())
    bridge.answers['platform.ask'] = () => ({
      ok: true,
      value: { data: { __typename: 'Query', cp: STATION }, errors: [] },
    })
    await tap(/^(?:Open with code|View or stop) – Plug 2$/)
    await tap(/^Help$/)
    await sees('+43 316 9876543')
    await sees('Call the operator of this station')
    expect(document.body.textContent).not.toContain('Call the front desk')
  })
})
