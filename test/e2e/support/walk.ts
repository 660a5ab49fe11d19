import { expect } from '@playwright/test'
import type { Platform } from '#test/platforms/platform.ts'
import { ClaimPage } from '../pages/claim.ts'
import { ChoosingPage } from '../pages/choosing.ts'
import { type Desk, MANAGER_PIN } from '../pages/desk.ts'
import type { Guest } from '../pages/guest.ts'
import { expectRest, type Look } from './look.ts'
import { scan } from './reader.ts'

/** What a platform says of its session: not begun, running, ended. */
const BEFORE = {
  'AttemptRemoteStartResponse.chargeLogId': null,
  'RemoteStartResponse.attemptId': null,
  'RemoteStartResponse.status': 'PENDING',
}
const PAID = {
  'RemoteStartResponse.attemptId': undefined,
  'RemoteStartResponse.status': 'ACCEPTED',
}
const RUNNING = {
  'AttemptRemoteStartResponse.chargeLogId': undefined,
  'Chargelog.dateEnd': null,
  'Chargelog.status': 'started',
  'ConnectorStatus.ocpp': 'Charging',
}
/** A session that another account sees: here it is a connector in use. */
const OF_ANOTHER = { 'Chargelog.status': 'stopped', 'ConnectorStatus.ocpp': 'Charging' }
const ENDED = {
  'Chargelog.dateEnd': undefined,
  'Chargelog.status': 'stopped',
  'ConnectorStatus.ocpp': 'Finishing',
}

/** What a reader reads of a card. */
const OWN_CARD = 'AB12CD34'
const NOBODY_THERE_MS = 61_000

/** Keys, as what is touched may lie under something else where a platform tells strange things. */
const PRESS = 'Enter'

/** Every screen of a guest, from the board to the end of a charge by card or phone, in English. */
export async function walkAsGuest(
  guest: Guest,
  platform: Platform,
  look: Look,
  way: 'card' | 'phone',
): Promise<void> {
  await lookAround(guest, platform, look)
  await start(guest, platform, look, way)
  await charge(guest, platform, look)
}

/** The screens of a site with many plugs, where the desk must allow a start. */
export async function walkAmongMany(guest: Guest, platform: Platform, look: Look): Promise<void> {
  const { page, connector } = guest
  await page.getByRole('button', { name: 'Find a plug' }).press(PRESS)
  await page.getByRole('heading', { level: 1, name: 'Find a plug' }).waitFor()
  await look.at('find', 'guest')
  await guest.back.press(PRESS)
  await lookAround(guest, platform, look)
  await connector.chooseCard()
  await look.at('connector', 'guest')
  await page.getByRole('button', { name: 'Ask the front desk' }).press(PRESS)
  await page.getByRole('heading', { name: 'Waiting for the front desk' }).waitFor()
  await look.at('approval', 'guest')
  await guest.back.press(PRESS)
}

/** What stands beside the usual way: a booking, a card of the guest's own, and nobody who touches anything. */
export async function walkBesideTheWay(
  guest: Guest,
  platform: Platform,
  look: Look,
): Promise<void> {
  const { page, board, connector, starting, dialog } = guest
  await page.clock.install()
  await page.reload()
  const free = board.plugs.getByRole('button', { name: /^Start here –/ }).first()
  await free.press(PRESS)
  await connector.chooseCard()
  await page.getByRole('button', { name: 'Enter booking number' }).first().press(PRESS)
  await dialog.waitFor()
  await look.at('booking', 'guest')
  await page.keyboard.press('Escape')
  platform.settle({ ...BEFORE, 'RemoteStartResponse.status': 'ACCEPTED' })
  await scan(page, OWN_CARD)
  await starting.plugIn.waitFor()
  platform.settle(OF_ANOTHER)
  await page.getByRole('heading', { name: 'Charging with your card' }).waitFor()
  await look.at('charging by own card', 'guest')
  await page.clock.fastForward(NOBODY_THERE_MS)
  await dialog.waitFor()
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 500)
  await look.at('somebody still there?', 'guest')
}

async function lookAround(guest: Guest, platform: Platform, look: Look): Promise<void> {
  const { page, board, connector, dialog } = guest
  const more = page.getByRole('button', { name: 'More about this station' })
  const free = board.plugs.getByRole('button', { name: /^Start here –|\bFree\b/ }).first()
  await free.waitFor()
  const boardAndHelp = async (): Promise<void> => {
    await look.at('board', 'guest')
    await board.help.press(PRESS)
    await dialog.waitFor()
    await look.at('help', 'guest')
    await page.keyboard.press('Escape')
  }
  await Promise.all([expectRest(page, platform), boardAndHelp()])
  await free.press(PRESS)
  await connector.body.getByRole('heading', { name: 'What to do' }).waitFor()
  await more.press(PRESS)
  await expect(more).toBeHidden()
  await look.at('station', 'guest')
  await guest.back.press(PRESS)
}

async function start(
  guest: Guest,
  platform: Platform,
  look: Look,
  way: 'card' | 'phone',
): Promise<void> {
  const { page, connector, starting } = guest
  const choosing = new ChoosingPage(page)
  platform.settle(BEFORE)
  await connector.chooseCard()
  await look.at('connector', 'guest')
  if (way === 'phone') {
    await choosing.pay.press(PRESS)
    await page.getByRole('img', { name: 'Code to the payment page' }).waitFor()
    await look.at('paying', 'guest')
    platform.settle(PAID)
  } else {
    await connector.start.press(PRESS)
  }
  await starting.plugIn.waitFor()
  await look.at('starting', 'guest')
}

async function charge(guest: Guest, platform: Platform, look: Look): Promise<void> {
  const { page, board, charging, summary } = guest
  const claim = new ClaimPage(page)
  platform.settle(RUNNING)
  await charging.stop.waitFor()
  await look.at('charging', 'guest')
  const code = await page.locator('.code .digits').innerText()
  await page.evaluate(() => window.terminal.invoke('guest.left', {}))
  await claim.keys.waitFor()
  await look.at('claim', 'guest')
  await page.keyboard.type(code)
  await charging.stop.press(PRESS)
  await charging.confirmStop.waitFor()
  await look.at('before stopping', 'guest')
  await charging.confirmStop.press(PRESS)
  await expect(charging.confirmStop).toBeHidden()
  platform.settle(ENDED)
  await summary.heading.waitFor()
  await look.at('summary', 'guest')
  await summary.done.press(PRESS)
  await board.tiles.first().waitFor()
  await look.at('board after a charge', 'guest')
}

/** Every section of the desk, each of its tabs, and what opens from the first row of some lists. */
export async function walkTheDesk(
  desk: Desk,
  look: Look,
  opening: readonly string[],
): Promise<void> {
  const { page, main, sheet } = desk
  await page.setViewportSize({ width: 1366, height: 768 })
  await desk.open(MANAGER_PIN)
  await desk.visitAll((_page, screen) => look.at(screen, 'desk'))
  const row = main.locator('[role=rowgroup] [role=row]').first()
  for (const section of opening) {
    await desk.go(section)
    await row.press(PRESS)
    await sheet.waitFor()
    await look.at(`${section}, its first`, 'desk')
    await page.keyboard.press('Escape')
    await expect(sheet).toBeHidden()
  }
  expect(look.seen).toEqual(expect.arrayContaining(DESK))
}

/** What a walk at the desk must have seen. */
const DESK = [
  ...['Live', 'Sessions', 'Cards', 'Documents', 'Insights'],
  ...['Contact', 'Contracts', 'Payment', 'Legal', 'Network', 'Delete'].map(
    (tab) => `Account, ${tab}`,
  ),
  ...['Health', 'Settings', 'People', 'Audit trail', 'Log'].map((tab) => `Terminal, ${tab}`),
]
