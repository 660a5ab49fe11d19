import { writeFileSync, mkdtempSync } from 'node:fs'
import path from 'node:path'
import { Desk } from './pages/desk.ts'
import { setMode, PLAIN } from './support/modes.ts'
import { test } from './support/story.ts'
test.use({ size: { widthPx: 1366, heightPx: 768 }, people: true })
test('shots', async ({ arrive, terminal }) => {
  test.setTimeout(240_000)
  const folder = mkdtempSync('/tmp/shots-h1-')
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  writeFileSync(path.join(terminal.dataDir, 'logo.png'), png)
  writeFileSync(path.join(terminal.dataDir, 'settings.json'), JSON.stringify({ branding: { name: 'Hotel Mozart Salzburg', accent: '#7a1f3d', logo: 'logo.png' } }))
  const { guest, terminal: t } = await arrive()
  const desk = new Desk(t)
  const shot = async (name: string) => desk.page.screenshot({ path: `/tmp/shots-h1/${name}.png` })
  void folder
  await shot('board-brand')
  await setMode(desk.page, { ...PLAIN, theme: 'dark' })
  await shot('board-brand-dark')
  await setMode(desk.page, PLAIN)
  await desk.open('135790')
  await desk.go('Terminal')
  for (const tab of ['Health', 'Settings', 'People', 'Audit trail', 'Log', 'Training']) {
    await desk.page.getByRole('tab', { name: tab }).click()
    await desk.page.waitForTimeout(700)
    await shot(tab.split(' ')[0] ?? tab)
  }
  await desk.page.getByRole('button', { name: 'Begin training' }).click()
  await desk.page.getByRole('alertdialog').getByRole('button', { name: 'Begin training' }).click()
  await desk.page.getByText('Training is on').waitFor()
  await shot('training-desk')
  await desk.lock.click()
  await guest.board.tiles.first().waitFor()
  await shot('training-board')
})
