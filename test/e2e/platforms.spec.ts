import { startPlatform, type Platform } from '#test/platforms/platform.ts'
import { platforms, type PlatformName } from '#test/platforms/walked.ts'
import { expect, test as base } from './host/fixture.ts'
import { Desk } from './pages/desk.ts'
import { Guest } from './pages/guest.ts'
import { Look } from './support/look.ts'
import { walkAmongMany, walkAsGuest, walkBesideTheWay, walkTheDesk } from './support/walk.ts'

interface Walk {
  readonly guest: Guest
  readonly desk: Desk
  readonly platform: Platform
  readonly look: Look
}

const test = base.extend<{
  /** Walks the terminal against a platform; no screen may have a fault. */
  walk(name: PlatformName, go: (walk: Walk) => Promise<void>): Promise<void>
}>({
  walk: async ({ terminal }, use) => {
    await use(async (name, go) => {
      const { site, answers } = platforms[name]
      const platform = await startPlatform(site, answers)
      try {
        const launched = await terminal.launchAt(platform)
        launched.page.setDefaultTimeout(60_000)
        const look = new Look(launched.page, platform, 'Europe/Vienna')
        const guest = new Guest(launched)
        await guest.board.help.waitFor()
        await go({ guest, desk: new Desk(launched), platform, look })
        look.readLog(terminal.dataDir)
        expect(look.faults).toEqual([])
      } finally {
        await platform.close()
      }
    })
  },
})

/** The desk's lists from which something opens. */
const LISTS = ['Live', 'Sessions', 'Cards', 'Documents']
const BY_CARD = { 'CardForChargingProcess.preauthRequired': false }

test.use({ people: true })
test.setTimeout(240_000)

test('a platform answers by the examples of the reference: every screen is sound', ({ walk }) =>
  walk('reference', async ({ guest, desk, platform, look }) => {
    await walkAsGuest(guest, platform, look, 'phone')
    await walkTheDesk(desk, look, LISTS)
  }))

test('of each thing it tells no more than it must: every screen is sound', ({ walk }) =>
  walk('sparse', async ({ guest, desk, platform, look }) => {
    platform.settle(BY_CARD)
    await walkAsGuest(guest, platform, look, 'card')
    // A document without an id opens nothing.
    await walkTheDesk(desk, look, ['Live', 'Sessions', 'Cards'])
  }))

test('it tells null wherever it may: every screen is sound', ({ walk }) =>
  walk('bare', async ({ desk, look }) => {
    await look.at('board', 'guest')
    await walkTheDesk(desk, look, [])
  }))

test('it tells whatever the schema allows: every screen is sound', ({ walk }) =>
  walk('generated', async ({ guest, desk, platform, look }) => {
    await walkAsGuest(guest, platform, look, 'card')
    await walkTheDesk(desk, look, LISTS)
  }))

test.describe('of many plugs, whose starts the desk must allow,', () => {
  test.use({ operator: { cards: 'desk' } })

  test('it tells whatever the schema allows: every screen is sound', ({ walk }) =>
    walk('many', ({ guest, platform, look }) => walkAmongMany(guest, platform, look)))
})

test.describe('where guests need a booking, or a card of their own,', () => {
  test.use({ operator: { cards: 'booking', reader: true } })

  for (const name of ['reference', 'generated'] as const) {
    test(`every screen is sound: ${name}`, ({ walk }) =>
      walk(name, async ({ guest, platform, look }) => {
        platform.settle(BY_CARD)
        await walkBesideTheWay(guest, platform, look)
      }))
  }
})
