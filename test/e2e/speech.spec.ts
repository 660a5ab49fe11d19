import { Hearing } from './support/hearing.ts'
import { FAST_CAR } from './support/network.ts'
import { expect, test as base } from './support/story.ts'

/** A machine whose voice writes down what it is to say. */
const test = base.extend<{ hearing: Hearing }>({
  hearing: [
    async ({}, use) => {
      const hearing = new Hearing()
      await use(hearing)
      hearing.close()
    },
    { auto: true },
  ],
})
test.describe.configure({ timeout: 240_000 })
/** A code as it is read, or a sum; a rate, which stands on the board, is neither. */
const SECRET = /\b\d \d \d \d\b|€\s?\d+\.\d+(?!\d| per )|\d\s?€/

test('who does not see charges, stops and takes a receipt, by keys alone', async ({
  arrive,
  network,
  hearing,
}) => {
  const { guest } = await arrive()
  const { page } = guest
  const hears = (what: string | RegExp) => expect.poll(() => hearing.text()).toMatch(what)

  await test.step('a key begins it, and the board is read', async () => {
    await page.keyboard.press('*')
    await hears('The screen is spoken now.')
    await hears(
      /Hotel Mozart\.[^]*Touch your plug’s number\.[^]*Plug 3\.\nEN 17186: K, L CCS 150 kW\.\nFree\.\n€0\.59 per kWh/,
    )
    await hears('Help, button.')
  })
  await test.step('volume and speed', async () => {
    expect(await hearing.press(page, '+')).toBe('Volume 100%.')
    expect(await hearing.press(page, 'PageUp')).toBe('Speed 125%.')
    expect(hearing.all().at(-1)).toMatchObject({ wordsAMinute: 206, amplitude: 200 })
    expect(await hearing.press(page, 'PageDown')).toBe('Speed 100%.')
  })
  await test.step('a plug, its price, the start', async () => {
    await hearing.moveTo(page, 'Start here – Plug 3, button.')
    expect(await hearing.press(page, '*')).toBe('Start here – Plug 3, button.')
    await page.keyboard.press('Enter')
    await hears(/Hotel guests[^]*€0\.59 per kWh[^]*choice, chosen\./)
    await hears('Start charging, button')
    await hearing.moveTo(page, 'Start charging, button.')
    await page.keyboard.press('Enter')
    await hears('Plug in now')
  })
  // Examples of what a charge may cost are read to whoever chooses.
  const chosen = hearing.all().length
  await test.step('the charge, and its stop, which is asked', async () => {
    await network.plugIn('3', FAST_CAR)
    await hears('Hold to stop charging, button.')
    await hearing.moveTo(page, 'Hold to stop charging, button.')
    await page.keyboard.press('Enter')
    await hears(/Stop charging\?\n[^]*No, go on charging, button\./)
    await hearing.moveTo(page, 'Yes, stop, button.')
    await page.keyboard.press('Enter')
    await hears(/Thank you!\n[^]*Total[^]*shown on the screen only\./)
  })
  await test.step('the receipt, and the way back to the board', async () => {
    await hearing.moveTo(page, 'Print, button.')
    await page.keyboard.press('Enter')
    await hears('Your receipt is printed.')
    await page.keyboard.press('Escape')
    await hears('Receipt – Plug 3, button.')
    await hearing.moveTo(page, 'That is all on this screen.')
    expect(await hearing.press(page, 'End')).toBe('Speech is off.')
  })
  // Others hear it, too.
  const charged = hearing.all().slice(chosen)
  expect(charged.map(({ text }) => text).join('\n')).not.toMatch(SECRET)
  expect(hearing.text()).toContain('Your stop code is shown on the screen only.')
})

test.describe('by headphones', () => {
  test.use({ operator: { speech: 'headphones' } })

  test('codes are spoken digit by digit, in the language that is chosen', async ({
    arrive,
    hearing,
  }) => {
    const { guest } = await arrive()
    const { page } = guest
    await page.keyboard.press('*')
    await expect.poll(() => hearing.text()).toContain('Help, button.')
    await hearing.moveTo(page, 'Deutsch.')
    await expect
      .poll(() => hearing.all().slice(-2))
      .toMatchObject([
        { language: 'de', text: 'Deutsch.' },
        { language: 'en', text: 'button, off.' },
      ])
    await page.keyboard.press('Enter')
    await expect
      .poll(() =>
        hearing
          .all()
          .filter(({ language }) => language === 'de')
          .map(({ text }) => text)
          .join('\n'),
      )
      .toContain('Frei.')
    await hearing.moveTo(page, /^Hier starten – .*3, Taste\.$/, 'ArrowLeft')
    await page.keyboard.press('Enter')
    await hearing.moveTo(page, /^Laden starten, Taste\.$/)
    await page.keyboard.press('Enter')
    await expect.poll(() => hearing.text()).toMatch(/Ihr Code[^.]*\d \d \d \d/)
  })
})
