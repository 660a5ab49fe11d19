import { EventEmitter } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createClock } from '#common/clock.ts'
import { languageCodes } from '#common/languages.ts'
import { logFile } from '#main/core/log.ts'
import { noticePage } from '#main/shell/notice-page.ts'
import { tellWrong } from '#main/shell/wrong-configuration.ts'

const TEXT =
  '--window: "1x1" cannot be used; it must be a size.\n/etc/forecourt/terminal.json:3: no.'

interface Story {
  kiosk?: boolean
  supervised?: boolean
  hasConsole?: boolean
  isAlone?: boolean
  statusFile?: string | null
}

function rig(story: Story = {}) {
  const { kiosk = false, supervised = false, hasConsole = false } = story
  const { isAlone = true, statusFile = null } = story
  const homeDir = mkdtempSync(path.join(tmpdir(), 'wrong-'))
  onTestFinished(() => {
    rmSync(homeDir, { recursive: true })
  })
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const clock = createClock({ startMs: 0, speed: 0 })
  const told: string[] = []
  const window = new EventEmitter()
  const app = Object.assign(new EventEmitter(), {
    setPath: () => undefined,
    requestSingleInstanceLock: () => isAlone,
    releaseSingleInstanceLock: () => undefined,
    whenReady: () => Promise.resolve(),
    relaunch: () => told.push('relaunch'),
    exit: (code: number) => told.push(`exit ${String(code)}`),
  })
  let isStillWrong = true
  const done = tellWrong(
    { text: TEXT, homeDir, kiosk, supervised, statusFile, language: 'de' },
    {
      ...{ app: app as never, clock, hasConsole, isStillWrong: () => isStillWrong },
      dialog: { showErrorBox: (title, content) => told.push(`${title}: ${content}`) },
      facts: { version: '1.2.3', host: 'stand-in', pid: 42 },
      openNotice(html) {
        told.push(html.includes('außer Betrieb') ? 'page' : 'another page')
        return window as never
      },
    },
  )
  const file = path.join(homeDir, statusFile ?? 'status.json')
  return {
    ...{ clock, told, app, window, done, homeDir },
    status: (): unknown => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null),
    mend: () => (isStillWrong = false),
  }
}

describe('a wrong configuration', () => {
  it('is told on the console, in the log, in the status and by a dialog, and is the end', async () => {
    const { told, done, homeDir, status } = rig()
    await done
    expect(console.error).toHaveBeenCalledWith(TEXT)
    const line = JSON.parse(readFileSync(logFile(homeDir), 'utf8')) as unknown
    expect(line).toMatchObject({ faults: TEXT.split('\n'), msg: 'the configuration is wrong' })
    expect(status()).toMatchObject({ state: 'trouble', trouble: 'configuration', running: false })
    expect(told).toEqual([`Forecourt: ${TEXT}`, 'exit 2'])
  })

  it('is told where the operator keeps the status', async () => {
    const { done, status } = rig({ statusFile: 'run/status.json' })
    await done
    expect(status()).toMatchObject({ trouble: 'configuration' })
  })

  it('needs no dialog where somebody reads the console', async () => {
    const { told, done } = rig({ hasConsole: true })
    await done
    expect(told).toEqual(['exit 2'])
  })

  it('says nothing in the folder of a terminal that runs', async () => {
    const { told, done, homeDir, status } = rig({ kiosk: true, isAlone: false })
    await done
    expect(status()).toBeNull()
    expect(existsSync(logFile(homeDir))).toBe(false)
    expect(told.at(-1)).toBe('exit 2')
  })

  it.each([
    [false, ['page', 'relaunch', 'exit 0']],
    [true, ['page', 'exit 75']],
  ])(
    'is a page in a kiosk until it is right; then it starts (supervised: %s)',
    async (supervised, ends) => {
      const { clock, told, done, status, mend } = rig({ kiosk: true, supervised })
      await clock.advance(60_000)
      expect(told).toEqual(['page'])
      expect(status()).toMatchObject({ trouble: 'configuration', running: true })
      mend()
      await clock.advance(10_000)
      await done
      expect(told).toEqual(ends)
    },
  )

  it('is no page that a guest can close; the system can', async () => {
    const { clock, window, app } = rig({ kiosk: true })
    await clock.advance(0)
    const close = (): boolean => {
      const preventDefault = vi.fn()
      window.emit('close', { preventDefault })
      return preventDefault.mock.calls.length === 0
    }
    expect(close()).toBe(false)
    app.emit('before-quit')
    expect(close()).toBe(true)
  })
})

describe('its page', () => {
  it('speaks the language of the site, and English', () => {
    const titles = languageCodes.map((code) => /<h1>(.*?)<\/h1>/.exec(noticePage('x', code))?.[1])
    expect(new Set(titles).size).toBe(languageCodes.length)
    expect(noticePage('x', 'de-AT')).toContain('This terminal is out of service')
    expect(noticePage('x', null)).toContain('<h1>This terminal is out of service</h1>')
  })

  it('shows each fault as it is written, and runs nothing', () => {
    const page = noticePage('a <script>\nb & c', 'en')
    expect(page).toContain('<li>a &lt;script&gt;</li><li>b &amp; c</li>')
    expect(page).toContain("default-src 'none'")
  })
})
