import { expect } from '@playwright/test'
import type { ConnectorOverview, PluggedVehicle, SimulatorControl } from '#simulator/control.ts'
import type { DemoSite } from '#simulator/index.ts'
import type { JournalEntry } from '#simulator/journal.ts'

/** A car that charges fast and tells its battery: values change within seconds. */
export const FAST_CAR: PluggedVehicle = {
  batteryKWh: 58,
  socPercent: 42,
  maxPowerKW: 150,
  tellsSoc: true,
}

/** The other side, by the numbers that people read on the stickers. */
export class Network {
  readonly control: SimulatorControl
  readonly #site: DemoSite

  constructor(control: SimulatorControl, site: DemoSite = 'hotel') {
    this.control = control
    this.#site = site
  }

  async plug(number: string): Promise<ConnectorOverview> {
    const { sites } = await this.control.overview()
    const found = sites
      .filter(({ key }) => key === this.#site)
      .flatMap(({ stations }) => stations.flatMap(({ connectors }) => connectors))
      .find((connector) => connector.number === number)
    if (found === undefined) throw new Error(`There is no plug ${number}`)
    return found
  }

  async plugIn(number: string, vehicle?: PluggedVehicle): Promise<void> {
    const { id } = await this.plug(number)
    await this.control.plugIn(id, vehicle)
  }

  async unplug(number: string): Promise<void> {
    const { id } = await this.plug(number)
    await this.control.unplug(id)
  }

  /** What reached the platform or was done by stations under this name, in order. */
  async events(name: string): Promise<JournalEntry[]> {
    const journal = await this.control.journal()
    return journal.filter(({ event }) => event === name)
  }

  /** Waits until `name` has happened exactly so often. */
  async expectEvents(name: string, count: number): Promise<void> {
    await expect.poll(async () => (await this.events(name)).length, name).toBe(count)
  }

  /** Waits until the platform has received this operation during the test. */
  async expectAsked(operation: string): Promise<void> {
    await expect.poll(() => this.requests(operation), operation).toBeGreaterThan(0)
  }

  /** HTTP requests with this root field so far. */
  async requests(rootField: string): Promise<number> {
    const counts = await this.control.requests()
    return counts
      .filter(({ rootFields }) => rootFields.includes(rootField))
      .reduce((sum, { requests }) => sum + requests, 0)
  }
}
