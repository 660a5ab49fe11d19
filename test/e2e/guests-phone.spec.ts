import { qrOf } from '#common/qr.ts'
import { ChoosingPage } from './pages/choosing.ts'
import type { Guest } from './pages/guest.ts'
import { Phone } from './support/phone.ts'
import { expect, test as story } from './support/story.ts'

const MINUTE_MS = 60_000

const test = story.extend<{ phone: Phone }>({
  phone: async ({}, use) => {
    const phone = await Phone.take()
    await use(phone)
    await phone.close()
  },
})

/** Chooses to pay by phone and an amount; the payment's page is ready when it comes back. */
async function goToPayment(guest: Guest, number: string): Promise<string> {
  const choosing = new ChoosingPage(guest.page)
  await guest.board.tile(number).charge.click()
  await choosing.choose(choosing.ways, /Pay by phone/)
  await choosing.choose(choosing.holds, /30/)
  await choosing.pay.click()
  await expect(code(guest)).toBeVisible()
  return payingUrl(guest)
}

const code = ({ page }: Guest) => page.getByRole('img', { name: 'Code to the payment page' })

async function payingUrl({ page }: Guest): Promise<string> {
  const model = await page.evaluate(() => window.terminal.invoke('live.model', {}))
  return (model.ok ? model.value.starts.at(-1)?.payment?.url : null) ?? ''
}

/** The payment page ends with the id of its start. */
const preauthOf = (url: string): string => url.split('/').at(-1) ?? ''

test.describe('paying by phone', () => {
  test('approved on the phone, the cable is in: charging, stopped like any other', async ({
    arrive,
    network,
    phone,
  }) => {
    await network.control.payByPhone(true)
    const { guest } = await arrive()
    const { connector, starting, charging, summary } = guest
    const choosing = new ChoosingPage(guest.page)

    await test.step('what is held and how it is released is told before', async () => {
      await guest.board.tile('1').charge.click()
      await choosing.choose(choosing.ways, /Pay by phone/)
      await expect(choosing.holds).toContainText('only held on your means of payment, not taken')
      await expect(choosing.holds).toContainText('the rest is released')
      await expect(choosing.holds.getByRole('radio')).toHaveCount(2)
      await expect(connector.body).toContainText('0.35 EUR/kWh')
      await expect(choosing.pay).toBeHidden()
      await network.expectEvents('remoteStartWithPreauth', 0)
      await guest.back.click()
    })

    const url = await goToPayment(guest, '1')
    await test.step('the code is of this start, and nothing of it opens on the terminal', async () => {
      await expect(code(guest).locator('path')).toHaveAttribute('d', qrOf(url)?.path ?? '')
      await expect(guest.page.getByRole('link')).toHaveCount(0)
      await expect(guest.page.getByRole('timer')).toHaveText(/^(9:\d\d|10:00)$/)
      await starting.lookAtSteps(async (steps) => {
        await expect(steps.filter({ hasText: 'Waiting for your payment' })).toBeVisible()
      })
    })

    await test.step('paid on the phone, by way of the bank: the terminal follows', async () => {
      await phone.scan(url)
      await expect(phone.page.getByText('30.00 EUR')).toBeVisible()
      await phone.payWithBank.click()
      await expect(phone.heading).toHaveText('Please confirm in your bank’s app')
      await expect(starting.plugIn).toBeVisible({ timeout: 30_000 })
      await expect(code(guest)).toBeHidden()
      await network.plugIn('1')
      await expect(charging.stop).toBeEnabled({ timeout: 20_000 })
    })

    await charging.holdToStop()
    await expect(summary.heading).toBeVisible()
    await network.expectEvents('remoteStartWithPreauth', 1)
    await network.expectEvents('attemptRemoteStart', 0)
    await network.expectAsked('remoteStartWithPreauth')
    await network.expectAsked('remoteStartWithPreauthStatus')
  })

  test('declined: nothing was held, and another try is another payment', async ({
    arrive,
    network,
    phone,
  }) => {
    await network.control.payByPhone(true)
    const { guest } = await arrive()
    const { starting } = guest

    const url = await goToPayment(guest, '1')
    await phone.scan(url)
    await phone.decline.click()
    await expect(phone.heading).toHaveText('The payment was declined.')
    await expect(starting.now).toContainText('The payment was refused')
    await expect(starting.now).toContainText('Nothing was held.')
    await starting.tryAgain.click()
    await guest.back.click()
    expect(await goToPayment(guest, '1')).not.toBe(url)
    await network.expectEvents('remoteStartWithPreauth', 2)
  })

  test('left open: not paid in time, and no second hold at this plug for a while', async ({
    arriveAtDemo,
  }) => {
    const { guest, network } = await arriveAtDemo()
    const { starting, connector } = guest
    const choosing = new ChoosingPage(guest.page)
    await network.control.payByPhone(true)

    await goToPayment(guest, '1')
    await network.control.advance(10.5 * MINUTE_MS)
    await expect(starting.now).toContainText('Not paid in time')
    await expect(starting.now).toContainText('The amount may still be held for a while.')

    await starting.tryAgain.click()
    await choosing.choose(choosing.ways, /Pay by phone/)
    await choosing.choose(choosing.holds, /30/)
    await expect(connector.reason).toContainText(/Another one is possible from \d\d:\d\d/)
    await expect(choosing.pay).toBeDisabled()
    await choosing.choose(choosing.ways, /Hotel guests/)
    await expect(connector.start).toBeEnabled()

    await network.control.advance(5 * MINUTE_MS)
    await guest.back.click()
    await goToPayment(guest, '1')
    await network.expectEvents('remoteStartWithPreauth', 2)
  })
  test.describe('a status that', () => {
    const STATUS = 'remoteStartWithPreauthStatus'

    test('fails, says nothing or something new is no answer yet; a known refusal is one', async ({
      arriveAtDemo,
    }) => {
      const { guest, network } = await arriveAtDemo()
      const { starting } = guest
      const { control } = network
      await control.payByPhone(true)
      const url = await goToPayment(guest, '1')
      const expectStillPending = async (times = 2) => {
        const before = await network.requests(STATUS)
        await expect
          .poll(async () => {
            await control.advance(4_000)
            return network.requests(STATUS)
          })
          .toBeGreaterThanOrEqual(before + times)
        await expect(code(guest)).toBeVisible()
        expect(await payingUrl(guest)).toBe(url)
      }

      for (const fault of ['graphqlErrors', 'status', 'notJson'] as const) {
        await control.setFault(fault, { operations: [STATUS] })
        await expectStillPending()
        await control.clearFault(fault)
      }
      await control.setFault('unknownEnums', { operations: [STATUS] })
      await control.answerPayment(preauthOf(url), 'decline')
      await expectStillPending()
      await control.setFault('nulls', { operations: [STATUS] })
      await expectStillPending()

      await control.clearFaults()
      await control.advance(4_000)
      await expect(starting.now).toContainText('The payment was refused')
      await expect(starting.now).toContainText('Nothing was held.')
      await network.expectEvents('remoteStartWithPreauth', 1)
    })

    test('is empty though it was paid does not lose the payment', async ({ arriveAtDemo }) => {
      const { guest, network } = await arriveAtDemo()
      const { control } = network
      await control.payByPhone(true)
      const url = await goToPayment(guest, '1')
      await control.setFault('nulls', { operations: [STATUS] })
      await control.answerPayment(preauthOf(url), 'approve')
      const before = await network.requests(STATUS)
      await expect
        .poll(async () => {
          await control.advance(4_000)
          return network.requests(STATUS)
        })
        .toBeGreaterThan(before + 1)
      await expect(code(guest)).toBeVisible()
      await control.clearFaults()
      await control.advance(4_000)
      await expect(guest.starting.plugIn).toBeVisible()
    })

    test('the platform will never tell ends the start, and says what becomes of the money', async ({
      arriveAtDemo,
    }) => {
      const { guest, network } = await arriveAtDemo()
      const { starting } = guest
      const { control } = network
      await control.payByPhone(true)
      await goToPayment(guest, '1')
      await control.setFault('graphqlErrors', { operations: [STATUS], code: 'NOT_FOUND' })
      await control.advance(4_000)
      await expect(starting.now).toContainText('The start did not work')
      await expect(starting.now).toContainText('The amount may still be held for a while.')
      await expect(code(guest)).toBeHidden()
      await network.expectEvents('remoteStartWithPreauth', 1)
    })
  })
})
