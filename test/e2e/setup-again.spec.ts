import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { createCanvas } from '#simulator/pictures/canvas.ts'
import { Desk } from './pages/desk.ts'
import { SetupPage } from './pages/setup.ts'
import { expect, test } from './support/story.ts'

const PIN = '482913'

test.use({ size: { widthPx: 1366, heightPx: 768 } })
// Three launches, and the wizard twice.
test.setTimeout(240_000)

test('a logo, a colour, secrets in a file; then set up again, and the file is gone', async ({
  sim,
  terminal: launcher,
  arriveAtDemo,
}) => {
  const { terminal: demo } = await arriveAtDemo()
  const secrets = path.join(launcher.dataDir, 'secrets.json')
  const logo = createCanvas(48, 48)
  logo.disc([24, 24], 20, [138, 28, 74])

  await test.step('nobody loses what was typed unasked', async () => {
    const setup = new SetupPage(demo)
    await setup.enter()
    await setup.field('Address (endpoint)').fill(sim.endpoint)
    await demo.page.getByRole('button', { name: 'Leave set-up' }).click()
    await demo.page.getByRole('alertdialog').getByRole('button', { name: 'Stay' }).click()
    await expect(setup.field('Address (endpoint)')).toHaveValue(sim.endpoint)
  })

  await test.step('the board has the logo and the colour', async () => {
    const setup = new SetupPage(demo)
    await setup.reachPlace(sim)
    await setup.choose(/^Hotel Mozart/)
    await setup.reachLook(PIN)
    await setup.choose('#8a1c4a')
    await setup.field('Logo').setInputFiles({
      name: 'our logo.png',
      mimeType: 'image/png',
      buffer: logo.png(),
    })
    await setup.next.click()
    await setup.choose(/^In a file/)
    await setup.button('Set it up now').click()
    await setup.button('Finish without a trial').click()
    await expectBranded(demo)
    expect(statSync(secrets).mode & 0o777).toBe(0o600)
  })

  const { page } = await test.step('after a restart it is all there', async () => {
    await demo.process.kill('SIGKILL')
    const terminal = await launcher.launchSetUp()
    await terminal.process.line(/^board live$/)
    await expectBranded(terminal)
    return terminal
  })
  const desk = new Desk({ page })
  const setup = new SetupPage({ page })

  await test.step('a manager sets it up again; nothing typed, nothing asked', async () => {
    await desk.open(PIN)
    await desk.go('Terminal')
    await page.getByRole('tab', { name: 'Settings' }).click()
    await page.getByRole('button', { name: 'Set up again' }).click()
    await expect(setup.field('Address (endpoint)')).toHaveValue(sim.endpoint)
    await page.getByRole('button', { name: 'Leave set-up' }).click()
    await expect(desk.lock).toBeVisible()
    await page.getByRole('button', { name: 'Set up again' }).click()
    await setup.button('Try the connection').click()
    await expect(setup.tried(/The key is accepted/)).toContainText('Good')
    await setup.steps.getByRole('button', { name: 'Look' }).click()
    await expect(setup.main).toContainText('A logo is chosen.')
    await setup.field('Name on the board').fill('Mozart')
    await setup.next.click()
    // The settings have the site's id alone; the board knows its name.
    await expect(setup.main).toContainText('Hotel Mozart')
  })

  await test.step('the next terminal gets the logo beside the file', async () => {
    await setup.button('Write the file').click()
    await expect(setup.main).toContainText('take logo.png along')
    const folder = path.join(launcher.dataDir, 'provisioning')
    const text = readFileSync(path.join(folder, 'terminal.json'), 'utf8')
    expect(JSON.parse(text)).toMatchObject({ branding: { logo: 'logo.png', accent: '#8a1c4a' } })
    expect(readFileSync(path.join(folder, 'logo.png'))).toEqual(logo.png())
  })

  await test.step('secrets are kept no more: their file is gone, and the PIN stays', async () => {
    await setup.apply()
    expect(existsSync(secrets)).toBe(false)
    await setup.button('Finish without a trial').click()
    await expect(desk.lock).toBeVisible()
    await desk.lock.click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mozart')
    await desk.open(PIN)
  })

  async function expectBranded({ page: shown }: Pick<typeof demo, 'page'>): Promise<void> {
    await expect(shown.locator('html')).toHaveAttribute('style', /--brand: #8a1c4a/)
    const widthPx = (): Promise<number> =>
      shown
        .getByRole('banner')
        .locator('img')
        .evaluate((img: HTMLImageElement) => img.naturalWidth)
    await expect.poll(widthPx).toBe(48)
  }
})
