import { Desk, MANAGER_PIN } from './pages/desk.ts'
import { LiveDesk } from './pages/desk-live.ts'
import { FailedStarts } from './pages/failed-starts.ts'
import { expectAccessible } from './support/axe.ts'
import { PLAIN } from './support/modes.ts'
import { FAST_CAR } from './support/network.ts'
import { expect, test } from './support/story.ts'

const LIGHT_AND_DARK = [PLAIN, { ...PLAIN, theme: 'dark' as const }]

test.use({ people: true, size: { widthPx: 1366, heightPx: 768 } })

test('a manager starts without an invoice, and is told why a start is refused', async ({
  arrive,
  network,
}) => {
  const { terminal } = await arrive()
  const desk = new Desk(terminal)
  const live = new LiveDesk(desk)
  await desk.open(MANAGER_PIN)
  await live.open('3')
  await live.chooseCard()
  await live.sheet.getByLabel('Without invoice').check()
  await expect(live.sheet.getByRole('radio', { name: 'Time', exact: true })).toHaveCount(0)
  await live.startNow.click()
  await network.expectAsked('remoteStartWithoutInvoicing')
  await network.plugIn('3', FAST_CAR)
  await expect(live.sheet.getByText('the desk, without invoice')).toBeVisible()
  await live.shut()

  await network.control.setFault('rejectStart', { reason: 'EV not ready' })
  await live.open('1')
  await live.chooseCard()
  await live.startNow.click()
  await expect(live.sheet.getByText('Station refused').first()).toBeVisible()
  await expect(live.sheet.getByText(/EV not ready/)).toBeVisible()
  await live.sheet.getByRole('button', { name: 'Start again' }).click()
  await expect(live.startNow).toBeVisible()
  await live.shut()

  await desk.main.getByRole('button', { name: '1 start failed today' }).click()
  const failed = new FailedStarts(desk.page)
  await failed.expectOne('Connector 1', 'EV not ready')
  await expectAccessible(desk.page, 'failed starts', LIGHT_AND_DARK)
  await failed.expectFilterAndFile()
})
