import type { Page } from '@playwright/test'
import type { SimulatorControl } from '#simulator/control.ts'
import { createRandom } from '#simulator/random.ts'
import { Hand } from './hand.ts'
import { resolved } from './settled.ts'

/** What the guests did at the page. */
export interface Visits {
  started: number
  stopped: number
  /** Of these, opened by their stop code after their guest had been away. */
  claimed: number
  /** Walks that ended otherwise: a refusal, a plug taken meanwhile. The first reasons are kept. */
  gaveUp: number
  reasons: string[]
}

interface Away {
  number: string
  sessionId: string
  code: string
}

const STEP_MS = 5_000
/** A station accepts, and a driver plugs in, well within this many steps. */
const MOST_STEPS = 24
/** More guests than these are not away at once. */
const MOST_AWAY = 4

/** Guests that come to the terminal one after the other. `advance` moves its time. */
export class Guests {
  readonly visits: Visits = { started: 0, stopped: 0, claimed: 0, gaveUp: 0, reasons: [] }
  readonly #page: Page
  readonly #hand: Hand
  readonly #advance: SimulatorControl['advance']
  readonly #random: ReturnType<typeof createRandom>
  readonly #away: Away[] = []

  constructor(page: Page, control: SimulatorControl, seed: number) {
    this.#page = page
    this.#hand = new Hand(page)
    this.#advance = control.advance
    this.#random = createRandom(seed, 'soak guests')
  }

  /** Starts; every second guest goes away, the others stop and read. Who is away long enough comes back. */
  async visit(): Promise<void> {
    try {
      const back = this.#away.length >= MOST_AWAY ? this.#away.shift() : undefined
      if (back) await this.#comeBack(back)
      else await this.#charge()
    } catch (error) {
      this.visits.gaveUp += 1
      if (this.visits.reasons.length < 5) this.visits.reasons.push(String(error).slice(0, 700))
      await this.#goHome()
    }
  }

  async #charge(): Promise<void> {
    const free = await this.#freePlug()
    if (free === null) return
    const { id, number } = free
    await this.#hand.press(new RegExp(`^(Start here – Plug ${number}$|Plug ${number},)`))
    await this.#hand.chooseFirst()
    await this.#hand.press(/^Start charging$/)
    const sessionId = await this.#until(async () => {
      const session = (await this.#sessions()).find(({ connectorId }) => connectorId === id)
      return session?.status === 'charging' ? session.id : null
    })
    this.visits.started += 1
    if (this.visits.started % 2 === 1) {
      const code = await this.#hand.read('.code .digits')
      this.#away.push({ number, sessionId, code })
      await this.#hand.press(/^Back$/)
      await this.#left()
    } else {
      await this.#advance(this.#random.whole(60_000, 600_000))
      await this.#stop(sessionId)
    }
  }

  async #comeBack({ number, sessionId, code }: Away): Promise<void> {
    const session = (await this.#sessions()).find(({ id }) => id === sessionId)
    if (session === undefined || session.status === 'stopped') return
    await this.#hand.press(
      new RegExp(`^((?:Open with code|View or stop) – Plug ${number}$|Plug ${number},)`),
    )
    for (const digit of code) await this.#hand.press(new RegExp(`^${digit}$`))
    await this.#stop(sessionId)
    this.visits.claimed += 1
  }

  async #stop(sessionId: string): Promise<void> {
    await this.#hand.press(/^Hold to stop/)
    await this.#hand.press(/^Yes, stop$/)
    await this.#until(async () => {
      const session = (await this.#sessions()).find(({ id }) => id === sessionId)
      return session === undefined || session.status === 'stopped' ? 'stopped' : null
    })
    await this.#hand.press(/^Done$/)
    this.visits.stopped += 1
    await this.#left()
  }

  /** Moves time on until `look` finds something. */
  async #until<T>(look: () => Promise<T | null>): Promise<T> {
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const found = await look()
      if (found !== null) return found
      await this.#advance(STEP_MS)
      await resolved(this.#page)
    }
    throw new Error('What a guest waits for does not come')
  }

  async #sessions() {
    return this.#page.evaluate(async () => {
      const model = await window.terminal.invoke('live.model', {})
      if (!model.ok) return []
      return model.value.sessions.map(({ id, connectorId, status }) => ({
        id,
        connectorId,
        status,
      }))
    })
  }

  async #freePlug(): Promise<{ id: string; number: string } | null> {
    const free = await this.#page.evaluate(async () => {
      const model = await window.terminal.invoke('live.model', {})
      if (!model.ok) return []
      return model.value.connectors
        .filter(({ startBlock, state }) => startBlock === null && state === 'free')
        .map(({ id, number }) => ({ id, number }))
    })
    return free.length === 0 ? null : this.#random.pick(free)
  }

  async #left(): Promise<void> {
    await this.#page.evaluate(() => window.terminal.invoke('guest.left', {}))
  }

  /** Whatever is shown, the board is shown again. */
  async #goHome(): Promise<void> {
    const hasLeft = new Hand(this.#page, 300)
    for (const way of [/^(No, go on charging|No, keep waiting)$/, /^(Back|Done)$/])
      await hasLeft.press(way).catch(() => undefined)
    await this.#left()
  }
}
