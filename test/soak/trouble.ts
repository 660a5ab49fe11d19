import type { SimulatorControl } from '#simulator/control.ts'
import { createRandom } from '#simulator/random.ts'

const MINUTE_MS = 60_000

/** Cuts, renewals and refusals of a day, in an order that the seed decides. */
export class Trouble {
  readonly counts = { cuts: 0, renewals: 0, signIns: 0, stationsAway: 0 }
  readonly #control: SimulatorControl
  readonly #random: ReturnType<typeof createRandom>

  constructor(control: SimulatorControl, seed: number) {
    this.#control = control
    this.#random = createRandom(seed, 'soak trouble')
  }

  /** What befalls the terminal in this hour; it is over when it resolves. `advance` moves its time. */
  async befall(hour: number, advance: (ms: number) => Promise<void>): Promise<void> {
    if (hour % 3 === 1) await this.#cut(advance)
    if (hour % 8 === 5) {
      await this.#control.expireSessionTokens()
      this.counts.renewals += 1
    }
    if (hour % 24 === 17) {
      await this.#control.expireSessionTokens()
      await this.#control.revokeRefreshTokens()
      this.counts.signIns += 1
    }
    if (hour % 6 === 4) await this.#stationAway(advance)
  }

  async #cut(advance: (ms: number) => Promise<void>): Promise<void> {
    const kind = this.#random.pick(['before', 'after', 'status', 'html', 'errors'] as const)
    if (kind === 'status') await this.#control.setFault('status', { code: 503 })
    else if (kind === 'html') await this.#control.setFault('html')
    else if (kind === 'errors') await this.#control.setFault('graphqlErrors', {})
    else await this.#control.setFault('cut', { phase: kind })
    await advance(this.#random.whole(3, 12) * MINUTE_MS)
    await this.#control.clearFaults()
    this.counts.cuts += 1
  }

  async #stationAway(advance: (ms: number) => Promise<void>): Promise<void> {
    const { sites } = await this.#control.overview()
    const stations = sites.find(({ key }) => key === 'depot')?.stations ?? []
    const { id } = this.#random.pick(stations)
    await this.#control.stationOffline(id, true)
    await advance(8 * MINUTE_MS)
    await this.#control.stationOffline(id, false)
    this.counts.stationsAway += 1
  }
}
