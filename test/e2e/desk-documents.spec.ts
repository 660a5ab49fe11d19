import { Desk, MANAGER_PIN, STAFF_PIN } from './pages/desk.ts'
import { expectAccessible } from './support/axe.ts'
import { SHADES } from './support/modes.ts'
import { expect, test } from './support/story.ts'

test.use({ people: true, size: { widthPx: 1366, heightPx: 768 } })
test.setTimeout(120_000)

const LIGHT_AND_DARK = SHADES.slice(0, 2)

const onStandIn = process.env['FORECOURT_HOST'] !== 'electron'

test('documents are read page by page, filtered, and opened as a code or outside', async ({
  arrive,
  network,
}) => {
  const { terminal } = await arrive()
  const desk = new Desk(terminal)
  const { page, main, sheet } = desk
  const rows = main.getByRole('row')
  const table = main.getByRole('grid', { name: 'Documents' })
  await desk.open(MANAGER_PIN)
  await desk.go('Documents')

  await test.step('no further than somebody looks', async () => {
    await expect(table).toHaveAttribute('aria-rowcount', '46')
    expect(await network.requests('accountDocumentsPaged')).toBe(1)
    await expectAccessible(page, 'Documents', LIGHT_AND_DARK)
    await rows.nth(1).focus()
    await page.keyboard.press('End')
    await page.keyboard.press('End')
    await expect(main).toContainText('45 rows')
    await page.keyboard.press('End')
    await expect(table.getByText('Invoice 0001')).toBeVisible()
    await network.expectAsked('accountDocumentsPaged')
  })

  await test.step('a filter looks through all of them', async () => {
    await desk.go('Live')
    await desk.go('Documents')
    await main.getByLabel('Type').selectOption('Receipt')
    await expect(main).toContainText('1 row')
    await expect(table.getByText('Receipt for card')).toBeVisible()
    await main.getByLabel('Time').selectOption('Last 30 days')
    await expect(main).toContainText('No document fits')
    await main.getByLabel('Type').selectOption('Invoice')
    // One comes every 15 days: 30 days hold two or three.
    await expect(main.getByRole('status').last()).toHaveText(/^[23] rows$/)
  })

  await test.step('as a code for a phone', async () => {
    await rows.nth(1).focus()
    await page.keyboard.press('Enter')
    await expect(sheet.getByRole('img', { name: 'Open on a phone' })).toBeVisible()
    await expectAccessible(page, 'A document', LIGHT_AND_DARK)
    await network.expectAsked('accountDocument')
  })

  await test.step('in the system’s viewer, after a question', async () => {
    const dialog = page.getByRole('alertdialog')
    await sheet.getByRole('button', { name: 'Open on this computer' }).click()
    await dialog.getByRole('button', { name: 'Stay here' }).click()
    await expect(dialog).toHaveCount(0)
    test.skip(!onStandIn, 'the stand-in tells what was opened, a real system opens it')
    expect(terminal.process.lines.join('\n')).not.toContain('opened ')
    await sheet.getByRole('button', { name: 'Open on this computer' }).click()
    await dialog.getByRole('button', { name: 'Open on this computer' }).click()
    await expect(sheet.getByRole('status')).toContainText('handed to the system')
    await terminal.process.line(/^opened http:\/\/127\.0\.0\.1:\d+\/documents\/.+\.pdf$/)
    const told = await page.evaluate(() =>
      window.terminal.invoke('desk.audit', { beforeId: null, limit: 5 }),
    )
    expect(JSON.stringify(told)).toContain('open-document')
  })
})

test('a platform that is slow, fails, or tells nothing is told in words', async ({
  arrive,
  network,
}) => {
  const { control } = network
  const operations = ['accountDocumentsPaged']
  await control.setFault('delay', { ms: 2000, operations, times: 1 })
  const { terminal } = await arrive()
  const desk = new Desk(terminal)
  const { main, sheet } = desk
  const show = async (): Promise<void> => {
    await desk.go('Live')
    await desk.go('Documents')
  }
  await desk.open(STAFF_PIN)

  await test.step('slow', async () => {
    await show()
    await expect(main).toContainText('One moment')
    await expect(main.getByText('Invoice 0037')).toBeVisible()
  })

  await test.step('fails half way through all of them, and goes on from there', async () => {
    await control.setFault('status', { code: 503, operations })
    await main.getByLabel('Type').selectOption('Receipt')
    await expect(main).toContainText('Not all documents were looked through', { timeout: 30_000 })
    await control.clearFault('status')
    await main.getByRole('button', { name: 'Try again' }).click()
    await expect(main).toContainText('1 row')
  })

  await test.step('refuses', async () => {
    await control.setFault('forbidden', { operations })
    await show()
    await expect(main.getByRole('alert')).toContainText('Code forbidden')
    await control.clearFault('forbidden')
    await main.getByRole('button', { name: 'Try again' }).click()
    await expect(main.getByText('Invoice 0037')).toBeVisible()
  })

  await test.step('tells no link', async () => {
    await control.setFault('nulls', { operations: ['accountDocument'], times: 1 })
    await main.getByText('Invoice 0037').click()
    await expect(sheet).toContainText('tells no link')
    await desk.page.keyboard.press('Escape')
  })

  await test.step('does not tell the documents: that is not none', async () => {
    await control.setFault('nulls', { mode: 'all', operations })
    await show()
    await expect(main).toContainText('The platform does not tell this.')
    await expect(main).not.toContainText('The account has no documents yet')
  })
})

test('a locked terminal opens nothing outside', async ({ arrive }) => {
  const { terminal } = await arrive({ kiosk: true })
  const desk = new Desk(terminal)
  await desk.open(STAFF_PIN)
  await desk.go('Documents')
  await desk.main.getByText('Invoice 0037').click()
  await expect(desk.sheet.getByRole('img', { name: 'Open on a phone' })).toBeVisible()
  await expect(desk.sheet).toContainText('kiosk mode')
  await expect(desk.sheet.getByRole('button', { name: 'Open on this computer' })).toHaveCount(0)
  const refused = await desk.page.evaluate(() =>
    window.terminal.invoke('documents.open', { documentId: '1' }),
  )
  expect(refused).toMatchObject({ ok: false, error: { code: 'no-viewer' } })
})
