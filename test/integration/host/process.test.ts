import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from './terminal.ts'

/** The processes whose command line holds `text`. */
function processesWith(text: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text)
    } catch {
      return false
    }
  })
}

describe('the process of the stand-in', () => {
  let app: TestApp | null = null
  afterEach(async () => {
    await app?.end()
    app = null
  })

  it('shows the window at the size that main gave it', async () => {
    app = await startTestApp()
    const page = await app.page()
    expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([640, 480])
  })

  it('tells main that its renderer has crashed; main replaces the window', async () => {
    app = await startTestApp()
    const first = await app.page()
    const session = await first.context().newCDPSession(first)
    session.send('Page.crash').catch(() => undefined)
    await app.terminal.line(/^app gone crashed/)
    await app.terminal.line(/^app loaded 2/)
    const page = await app.page()
    expect(await page.evaluate(() => window.bridge.invoke('double', 4))).toEqual({ doubled: 8 })
  })

  it('replaces a window that hangs', async () => {
    app = await startTestApp()
    const page = await app.page()
    page
      .evaluate(() => {
        void window.bridge.invoke('replace')
        for (;;) if (performance.now() < 0) break
      })
      .catch(() => undefined)
    await app.terminal.line(/^app closed 1/)
    await app.terminal.line(/^app loaded 2/)
    const next = await app.page()
    expect(await next.evaluate(() => window.bridge.invoke('double', 1))).toEqual({ doubled: 2 })
  })

  it('shows a dialog for an error that main did not catch, and goes on, as Electron does', async () => {
    app = await startTestApp()
    const page = await app.page()
    for (const message of ['first', 'second'])
      await page.evaluate((text) => window.bridge.invoke('throw', text), message)
    await app.terminal.line(
      /^dialog 1 A JavaScript error occurred in the main process: Error: first/,
    )
    await app.terminal.line(/^dialog 2 .*: Error: second/)
    expect(await page.evaluate(() => window.bridge.invoke('double', 4))).toEqual({ doubled: 8 })
  })

  it('leaves no Chromium behind when it is killed', async () => {
    app = await startTestApp()
    const profile = `forecourt-chromium-${app.terminal.pid}-`
    expect(processesWith(profile)).not.toEqual([])
    await app.terminal.kill('SIGKILL')
    await expect.poll(() => processesWith(profile)).toEqual([])
  })

  it('starts again at once on the data directory of the one that was killed', async () => {
    const killed = await startTestApp()
    await killed.terminal.kill('SIGKILL')
    app = await startTestApp(killed.dataDir)
    expect(app.terminal.lines).toContain('app ready host-test-app 1.2.3 true')
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('asks main before it ends by %s', async (signal) => {
    app = await startTestApp()
    await app.terminal.kill(signal)
    expect(app.terminal.lines).toEqual(
      expect.arrayContaining(['app before-quit', 'app closed 1', 'app will-quit']),
    )
  })

  it('knows that a data directory is in use', async () => {
    app = await startTestApp()
    const second = await startTestApp(app.dataDir)
    expect(second.terminal.lines).toContain('app ready host-test-app 1.2.3 false')
    await second.terminal.close()
  })
})
