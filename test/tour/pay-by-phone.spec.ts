import { ChoosingPage } from '#test/e2e/pages/choosing.ts'
import { Phone } from '#test/e2e/support/phone.ts'
import { expect, test, type Stage } from './stage.ts'

const PLUG = '1'

test('paying by phone', async ({ stage }) => {
  const phone = await Phone.take()
  try {
    await pay(stage, phone)
  } finally {
    await phone.close()
  }
})

async function pay({ guest, network, step }: Stage, phone: Phone): Promise<void> {
  const { board, connector, starting, charging, summary, page } = guest
  const choosing = new ChoosingPage(page)

  await step('the ways to charge, with their prices', 'ways', async () => {
    await network.control.payByPhone(true)
    await expect(board.tile(PLUG).charge).toBeVisible()
    await board.show('light')
    await board.tile(PLUG).charge.click()
    await expect(connector.body).toContainText('0.35 EUR/kWh')
  })
  await step('the amount held, and how it is released', 'hold', async () => {
    await choosing.choose(choosing.ways, /Pay by phone/)
    await choosing.choose(choosing.holds, /30/)
    await expect(choosing.holds).toContainText('the rest is released')
  })
  await step('the payment as a code for the phone', 'code', async () => {
    await choosing.pay.click()
    await expect(page.getByRole('img', { name: 'Code to the payment page' })).toBeVisible()
  })
  await step(
    'the page on the phone',
    'phone',
    async () => {
      const model = await page.evaluate(() => window.terminal.invoke('live.model', {}))
      const url = model.ok ? model.value.starts.at(-1)?.payment?.url : null
      await phone.scan(url ?? '')
      await expect(phone.pay).toBeVisible()
    },
    phone.page,
  )
  await step('the bank confirms', 'phone-bank', () => confirm(phone), phone.page)
  await step('paid: plug in now', 'plug-in', async () => {
    await expect(starting.plugIn).toBeVisible()
  })
  await step('charging', 'charging', async () => {
    await network.plugIn(PLUG)
    await expect(charging.energy).toBeVisible()
  })
  await step('stopped: what it cost', 'summary', async () => {
    await charging.holdToStop()
    await expect(summary.costs.getByRole('row', { name: /^Total/ })).toBeVisible()
    await network.expectEvents('remoteStartWithPreauth', 1)
  })
}

async function confirm(phone: Phone): Promise<void> {
  await phone.payWithBank.click()
  await expect(phone.heading).toHaveText('Please confirm in your bank’s app')
}
