import { rmSync } from 'node:fs'
import path from 'node:path'
import { Desk, MANAGER_PIN } from './pages/desk.ts'
import { BoardPage } from './pages/board.ts'
import { SetupPage } from './pages/setup.ts'
import { inspect, INSPECTED_LANGUAGES, VISIT_MS } from './support/inspect.ts'
import { expect, test as story } from './support/story.ts'
import { setPeople } from './support/people.ts'
import { Words } from './support/words.ts'
import type { Terminal } from './host/launcher.ts'

/** The site's own: those of `MANAGER_PIN` are the demo's, too. */
const PINS = { staff: '7391', manager: '482913' }

const test = story.extend<{ lost: Terminal }>({
  /** A terminal that has served a site, and then lost all that says which. */
  lost: async ({ arrive, terminal: launcher }, use) => {
    await setPeople(launcher.dataDir, PINS)
    const { terminal } = await arrive()
    await terminal.process.kill('SIGKILL')
    rmSync(path.join(launcher.dataDir, 'settings.json'))
    await use(await launcher.launchSetUp())
  },
})

test('a terminal that lost its settings says so, shows no demo, and is set up again by its own PIN', async ({
  lost,
}) => {
  const { page } = lost
  const board = new BoardPage(page)
  const desk = new Desk(lost)
  const setup = new SetupPage(lost)

  await test.step('the board says what is wrong and whom to ask, and offers no plug', async () => {
    await expect(board.plugs).toContainText('This terminal is not set up.')
    await expect(board.plugs).toContainText('Please ask the front desk.')
    await expect(board.tiles).toHaveCount(0)
    await expect(page.getByText(/demo/i)).toHaveCount(0)
  })

  await test.step('help says the same', async () => {
    await board.help.click()
    await expect(page.getByRole('dialog')).toContainText('This terminal is not set up.')
    await page.keyboard.press('Escape')
  })

  await test.step('nobody sets it up without a PIN, and the demo’s PIN opens nothing', async () => {
    const entered = await page.evaluate(() => window.terminal.invoke('setup.enter', {}))
    expect(entered.ok).toBe(false)
    await desk.knock()
    await expect(desk.sheet.getByRole('button', { name: 'Set up this terminal' })).toBeHidden()
    await desk.enterPin(MANAGER_PIN)
    await expect(desk.sheet.getByRole('alert')).toContainText('not a PIN of this terminal')
  })

  await test.step('the manager’s own PIN opens the desk, and from there set-up', async () => {
    await desk.enterPin(PINS.manager)
    await expect(desk.lock).toBeVisible()
    await desk.go('Terminal')
    await page.getByRole('tab', { name: 'Settings' }).click()
    await page.getByRole('button', { name: 'Set up again' }).click()
    await expect(setup.heading(/^Which platform/)).toBeVisible()
  })

  await test.step('after a restart it is still no demo', async () => {
    const again = await lost.restart()
    await expect(new BoardPage(again.page).plugs).toContainText('This terminal is not set up.')
  })
})

for (const language of INSPECTED_LANGUAGES) {
  test.describe(`“not set up” in ${language}`, () => {
    test.use({ language })
    test.setTimeout(VISIT_MS)

    test('is accessible in each mode, fits every size, can be hit', async ({ lost: { page } }) => {
      const words = new Words(page, language)
      await expect(page.getByText(words.text('error.not-set-up'))).toBeVisible()
      await inspect(page, 'not set up')
    })
  })
}
