import { test as base } from '../host/fixture.ts'
import type { DemoTerminal, Terminal, TerminalOptions } from '../host/launcher.ts'
import { Guest } from '../pages/guest.ts'
import { Network } from './network.ts'

export { expect } from '../host/fixture.ts'

interface Story {
  /** The demo site's plugs by number, and what happened there. */
  network: Network
  /** A terminal against `sim`, its board live, and somebody in front of it. */
  arrive(options?: TerminalOptions): Promise<{ guest: Guest; terminal: Terminal }>
  /** The same with the network in the terminal: one clock, which can be moved. */
  arriveAtDemo(
    options?: TerminalOptions,
  ): Promise<{ guest: Guest; network: Network; terminal: DemoTerminal }>
}

export const test = base.extend<Story>({
  network: async ({ sim, demoSite }, use) => {
    await use(new Network(sim.control, demoSite))
  },

  arrive: async ({ sim, terminal }, use) => {
    await use(async (options) => {
      const launched = await terminal.launch(sim, options)
      return { terminal: launched, guest: await liveBoard(launched) }
    })
  },

  arriveAtDemo: async ({ terminal, demoSite, pace }, use) => {
    await use(async (options) => {
      const launched = await terminal.launchDemo(options)
      const network = new Network(launched.control, demoSite)
      await network.control.setPace(pace)
      return { terminal: launched, network, guest: await liveBoard(launched) }
    })
  },
})

/** Live values are there, not the last ones from disk. */
async function liveBoard(terminal: Terminal): Promise<Guest> {
  const guest = new Guest(terminal)
  await terminal.process.line(/^board live$/)
  await guest.page.getByRole('main').getByRole('button').first().waitFor()
  return guest
}
