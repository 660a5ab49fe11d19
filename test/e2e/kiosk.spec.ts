import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import { Desk, MANAGER_PIN, STAFF_PIN } from './pages/desk.ts'
import { expectAccessible } from './support/axe.ts'
import { PLAIN } from './support/modes.ts'
import { expect, test } from './support/story.ts'

test.use({ people: true, size: { widthPx: 1366, heightPx: 768 } })
test.describe.configure({ timeout: 120_000 })

/** Events of these names that reach the page, and whether what the browser does then was refused. */
async function refusals(page: Page, names: readonly string[]): Promise<() => Promise<string[]>> {
  await page.evaluate((wanted) => {
    const seen: string[] = []
    Object.assign(window, { seen })
    // Whatever the terminal does with an event, it has done by the end of this turn.
    for (const name of wanted)
      window.addEventListener(
        name,
        (event) => {
          setTimeout(() => seen.push(`${name} ${event.defaultPrevented ? 'refused' : 'let in'}`))
        },
        { capture: true, passive: true },
      )
  }, names)
  return () => page.evaluate(() => (window as unknown as { seen: string[] }).seen)
}

const button = (session: CDPSession, name: 'back' | 'forward'): Promise<unknown> =>
  Promise.all(
    (['mousePressed', 'mouseReleased'] as const).map((type) =>
      session.send('Input.dispatchMouseEvent', {
        type,
        x: 700,
        y: 60,
        button: name,
        clickCount: 1,
      }),
    ),
  )

test('nothing of a browser can be reached in kiosk mode', async ({ arrive }) => {
  const { guest, terminal } = await arrive({ kiosk: true })
  const { page } = guest
  const session = await page.context().newCDPSession(page)
  const address = page.url()
  const take = await refusals(page, [
    'contextmenu',
    'wheel',
    'auxclick',
    'dragover',
    'drop',
    'touchmove',
  ])

  await test.step('no context menu, no zoom by wheel, no way back by mouse', async () => {
    await page.mouse.click(700, 60, { button: 'right' })
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -240)
    await page.keyboard.up('Control')
    await button(session, 'back')
    await button(session, 'forward')
    await expect
      .poll(take)
      .toEqual([
        'contextmenu refused',
        'auxclick refused',
        'wheel refused',
        'auxclick refused',
        'auxclick refused',
      ])
  })

  await test.step('no shortcut: zoom, reload, print, back, find, developer tools, another window', async () => {
    await page.evaluate(() => {
      history.pushState({}, '', '#one')
      history.pushState({}, '', '#two')
      addEventListener('beforeprint', () => (document.title = 'printing'))
    })
    const keys = ['Control+Equal', 'Control+Minus', 'Control+r', 'F5', 'Control+p', 'Control+f']
    const more = [
      'Alt+ArrowLeft',
      'F12',
      'Control+Shift+I',
      'Control+n',
      'Control+t',
      'Alt+F4',
      'F11',
    ]
    for (const key of [...keys, ...more]) await page.keyboard.press(key)
    expect(new URL(page.url()).hash).toBe('#two')
    expect(await page.title()).toBe('Forecourt')
    expect(await page.evaluate(() => [devicePixelRatio, visualViewport?.scale])).toEqual([1, 1])
    expect(page.context().pages()).toHaveLength(1)
  })

  await test.step('no pinch', async () => {
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: true })
    await session.send('Input.synthesizePinchGesture', { x: 600, y: 400, scaleFactor: 2 })
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1)
    expect((await take()).filter((each) => each.endsWith('let in'))).toEqual([])
  })

  await test.step('no file or link can be dropped', async () => {
    const data = {
      items: [{ mimeType: 'text/uri-list', data: 'https://example.org/', title: '', baseURL: '' }],
      files: [],
      dragOperationsMask: 1,
    }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: 700, y: 60, data })
    expect((await take()).filter((each) => each.includes('let in'))).toEqual([])
    expect(page.url().startsWith(address)).toBe(true)
  })

  await test.step('no navigation, no new window, no permission', async () => {
    const opened = await page.evaluate(() => {
      location.assign('https://example.org/')
      return window.open('https://example.org/')
    })
    expect(opened).toBeNull()
    const refused = await page.evaluate(async () => {
      const name = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : 'thrown')
      const camera = (navigator.mediaDevices as MediaDevices | undefined)
        ?.getUserMedia({ video: true })
        .then(() => 'let in', name)
      const place = new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => {
            resolve('let in')
          },
          ({ code }) => {
            resolve(code)
          },
        )
      })
      return [await camera, await place, await Notification.requestPermission()]
    })
    expect(refused).not.toContain('let in')
    expect(refused.at(-1)).toBe('denied')
    await expect.poll(() => page.context().pages().length).toBe(1)
    expect(page.url().startsWith(address)).toBe(true)
  })

  await test.step('a window that is closed comes back', async () => {
    const next = page.context().waitForEvent('page')
    await page.close()
    await next
    const again = await terminal.process.page()
    await expect(again.getByRole('heading', { level: 1 })).toBeVisible()
  })
})

test('a kiosk ends by a manager at the desk, who is asked first', async ({ arrive, terminal }) => {
  const { guest, terminal: running } = await arrive({ kiosk: true })
  const desk = new Desk(guest)
  const { page } = guest

  await desk.open(STAFF_PIN)
  await desk.go('Terminal')
  await expect(page.getByRole('tab', { name: 'Training' })).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Restart or close' })).toBeHidden()
  const answer = await page.evaluate(() => window.terminal.invoke('terminal.quit', {}))
  expect(answer).toMatchObject({ ok: false, error: { code: 'needs-manager' } })
  await desk.lock.click()

  await desk.open(MANAGER_PIN)
  await desk.go('Terminal')
  await page.getByRole('tab', { name: 'Restart or close' }).click()
  await expectAccessible(page, 'restart or close', [PLAIN, { ...PLAIN, theme: 'dark' }])
  await page.getByRole('button', { name: 'Close the terminal' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('1 session is running')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Close the terminal' }).click()
  // The page may be gone before the click is told to be done: what follows says that it was heard.
  const clicked = question.getByRole('button', { name: 'Close the terminal' }).click()
  await clicked.catch(() => undefined)

  await expect.poll(() => existsSync(path.join(terminal.dataDir, 'stand-in.pid'))).toBe(false)
  const log = readFileSync(path.join(terminal.dataDir, 'logs', 'main.log'), 'utf8')
  expect(log).toContain('the terminal ends')
  await running.process.close()
})
