import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from './terminal.ts'

describe('the bridge of the stand-in', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
  })
  afterAll(() => app.end())

  it('is there before the first script of the page, frozen, and nothing else is', async () => {
    const page = await app.page()
    const seen = await page.evaluate(() => ({
      atStart: window.bridgeAtStart,
      frozen: Object.isFrozen(window.bridge),
      sandboxed: window.bridge.sandboxed,
      require: typeof (window as unknown as { require?: unknown }).require,
      own: Object.keys(window).filter((name) => /forecourt/i.test(name)),
    }))
    expect(seen).toEqual({
      atStart: 'object',
      frozen: true,
      sandboxed: true,
      require: 'undefined',
      own: [],
    })
  })

  it('is not in frames within the page', async () => {
    const page = await app.page()
    const frame = page.frames().find((one) => one.url().endsWith('frame.html'))
    expect(await frame?.evaluate(() => typeof window.bridge)).toBe('undefined')
  })

  it('carries a call to main and its answer back', async () => {
    const page = await app.page()
    expect(await page.evaluate(() => window.bridge.invoke('double', 21))).toEqual({ doubled: 42 })
  })

  it("rejects with main's message, as Electron does", async () => {
    const page = await app.page()
    const failure = await page.evaluate(() =>
      window.bridge.invoke('fail').catch((error: unknown) => String(error)),
    )
    expect(failure).toBe("Error: Error invoking remote method 'fail': RangeError: too much")
  })

  it('prints a hidden page into a PDF, beside the one that is shown', async () => {
    const page = await app.page()
    const printed = await page.evaluate(() => window.bridge.invoke('print', '<p>Grüße</p>'))
    expect(printed).toMatchObject({ head: '%PDF-' })
    const { bytes } = printed as { bytes: number }
    expect(bytes).toBeGreaterThan(1_000)
    expect(await page.evaluate(() => window.bridge.invoke('double', 2))).toEqual({ doubled: 4 })
  })

  it('tells main who asks', async () => {
    const page = await app.page()
    expect(await page.evaluate(() => window.bridge.invoke('sender'))).toEqual({
      url: 'https://terminal.invalid/index.html',
      origin: 'https://terminal.invalid',
      isMainFrame: true,
      isOurs: true,
    })
  })

  it('calls listeners with what main sends, until they are taken off', async () => {
    const page = await app.page()
    const seen = await page.evaluate(async () => {
      const heard: unknown[] = []
      const off = window.bridge.on('tick', (value) => heard.push(value))
      await window.bridge.invoke('tick', 3)
      off()
      await window.bridge.invoke('tick', 2)
      return heard
    })
    expect(seen).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
  })

  it('returns what a callback of the page answers', async () => {
    const page = await app.page()
    expect(await page.evaluate(() => window.bridge.callTwice((n) => n * 10))).toEqual([10, 20])
  })

  it('refuses what Electron cannot clone: a reactive proxy', async () => {
    const page = await app.page()
    const failure = await page.evaluate(() => {
      try {
        void window.bridge.invoke('double', new Proxy({ a: 1 }, {}))
        return 'accepted'
      } catch (error) {
        return (error as Error).name
      }
    })
    expect(failure).toBe('DataCloneError')
  })

  it("passes on the response headers: the page's policy holds", async () => {
    const page = await app.page()
    const ran = await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.inlineRan = true'
      document.head.append(script)
      return 'inlineRan' in window
    })
    expect(ran).toBe(false)
  })

  it('keeps secrets unreadable on disk and gives them back', async () => {
    const page = await app.page()
    expect(await page.evaluate(() => window.bridge.invoke('secret', 'tulip'))).toEqual({
      hidden: true,
      result: 'tulip',
      shouldReEncrypt: false,
    })
  })

  it('runs electron-store in the data directory', async () => {
    const page = await app.page()
    expect(await page.evaluate(() => window.bridge.invoke('store', 7))).toEqual({
      value: 7,
      folder: app.dataDir,
    })
  })

  it('asks main before the page goes elsewhere, and stays', async () => {
    const page = await app.page()
    await page.evaluate(() => {
      location.href = 'https://elsewhere.invalid/'
    })
    await app.terminal.line(/^app wants https:\/\/elsewhere\.invalid\//)
    expect(await page.evaluate(() => location.href)).toBe('https://terminal.invalid/index.html')
  })

  it('opens no second window', async () => {
    const page = await app.page()
    const opened = await page.evaluate(() => window.open('https://elsewhere.invalid/new'))
    expect(opened).toBeNull()
    await app.terminal.line(/^app opens/)
    await expect.poll(() => page.context().pages().length).toBe(1)
  })
})
