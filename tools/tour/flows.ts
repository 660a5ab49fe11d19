import type { DemoSite } from '#simulator/index.ts'
import { showDesk } from './desk.ts'
import { doMainJob } from './main-job.ts'
import { showScreens } from './screens.ts'
import { payByPhone } from './pay-by-phone.ts'
import { chargeFree, choosePackage, setTarget, useOwnCard } from './ways.ts'
import { showVariants } from './variants.ts'
import type { Stage } from './stage.ts'

/** One story of the tour. */
export interface Flow {
  readonly site: DemoSite
  /** What it shows, for the help. */
  readonly about: string
  play(stage: Stage): Promise<void>
}

export const DEFAULT_FLOW = 'main-job'

/** Every story by its name on the command line. */
export const flows: ReadonlyMap<string, Flow> = new Map<string, Flow>([
  [
    DEFAULT_FLOW,
    {
      site: 'hotel',
      about: 'a house card from the board to the receipt, and what a guest may meet besides',
      async play(stage) {
        await doMainJob(stage)
        await showVariants(stage)
      },
    },
  ],
  [
    'pay-by-phone',
    { site: 'hotel', about: 'an amount held on the guest’s phone', play: payByPhone },
  ],
  ['rfid', { site: 'hotel', about: 'the guest’s own card at the reader', play: useOwnCard }],
  ['package', { site: 'hotel', about: 'a package with its price and time', play: choosePackage }],
  ['target', { site: 'hotel', about: 'a charge that stops at an energy', play: setTarget }],
  [
    'screens',
    {
      site: 'hotel',
      about: 'every screen that a guest may see, one picture each',
      play: showScreens,
    },
  ],
  [
    'desk',
    {
      site: 'hotel',
      about: 'every section of the front desk, at two sizes, light and dark',
      play: showDesk,
    },
  ],
  ['free', { site: 'garage', about: 'a plug that is free of charge', play: chargeFree }],
])
