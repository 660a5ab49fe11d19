import type { AdjustableClock } from '#common/clock.ts'
import type { Options } from '#main/settings/options.ts'
import type { Account } from '#main/platform/sign-in.ts'

export interface Demo {
  account: Account
  siteId: string
  /** http://127.0.0.1:PORT, where its control answers under /_control. */
  origin: string
  close(): Promise<void>
}

/** Starts the demo network in this process, on the terminal's own clock. */
export async function startDemo(
  clock: AdjustableClock,
  options: Pick<Options, 'demoSeed' | 'demoSite' | 'demoBustle' | 'site'>,
): Promise<Demo> {
  const { startSimulator } = await import('#simulator/index.ts')
  const { demoSeed: seed, demoSite: site, demoBustle: bustle } = options
  const simulator = await startSimulator({ clock, seed, site, bustle })
  const asked = options.site
  if (asked !== null && !Object.values(simulator.sites).includes(asked)) {
    const sites = Object.entries(simulator.sites).filter(([, id]) => id !== '')
    const known = sites.map(([name, id]) => `${id} (${name})`)
    process.stdout.write(`no site "${asked}"; the demo network has ${known.join(', ')}\n`)
  }
  return {
    account: { endpoint: simulator.endpoint, key: simulator.key, ...simulator.account },
    siteId: asked ?? simulator.sites[site],
    origin: simulator.origin,
    close: () => simulator.close(),
  }
}
