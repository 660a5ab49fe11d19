import { globSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { launch, PACKAGED } from './launch.ts'

const PAGE = 'app://terminal/index.html'

/** A launch that has come as far as a live board. */
async function launchLive(how: Parameters<typeof launch>[0] = {}) {
  const terminal = launch(how)
  await expect.poll(() => terminal.printed()).toContain('board live')
  return terminal
}

/** What a file asks for beside itself by a name with a hash: imports, `import()`, links and `url()`. */
function filesAskedForBy(file: string): string[] {
  const text = readFileSync(path.join(PACKAGED, file), 'utf8')
  const asked = text.matchAll(/["'`(]((?:\.{0,2}\/|assets\/)[\w./~-]+-[\w-]{8}\.\w+)["'`)]/g)
  return [...asked].map(([, name = '']) => name)
}

describe('the files of a package', () => {
  it('are all that its bundles ask for', () => {
    const bundles = globSync('out/**/*.{js,cjs,css,html}', { cwd: PACKAGED })
    expect(bundles).toContain('out/main/index.js')
    const shipped = new Set(globSync('out/**/*', { cwd: PACKAGED }))
    const missing = bundles.flatMap((file) =>
      filesAskedForBy(file)
        .map((name) =>
          path.posix.join(name.includes('assets/') ? 'out/renderer' : path.dirname(file), name),
        )
        .filter((name) => !shipped.has(name))
        .map((name) => `${file} asks for ${name}`),
    )
    expect(missing).toEqual([])
  })

  it('come to the page by its own address, without anything of the project beside them', async () => {
    const terminal = await launchLive()
    terminal.order({ do: 'fetch', url: PAGE })
    await expect.poll(() => terminal.all('served')).toHaveLength(1)
    const page = terminal.all('served')[0] as { status: number; text: string }
    expect(page).toMatchObject({ url: PAGE, status: 200 })
    const asked = [...page.text.matchAll(/(?:src|href)="\.?\/?([^"]+)"/g)].map(
      ([, name = '']) => new URL(name, PAGE).href,
    )
    expect(asked.length).toBeGreaterThan(1)
    for (const url of asked) terminal.order({ do: 'fetch', url })
    await expect.poll(() => terminal.all('served')).toHaveLength(1 + asked.length)
    // They are read abreast: whichever is there first is served first.
    const served = terminal.all('served') as { status: number; url: string }[]
    expect(served.every(({ status }) => status === 200)).toBe(true)
    expect(new Set(served.map(({ url }) => url))).toEqual(new Set([PAGE, ...asked]))
  })
})

describe('a packaged terminal', () => {
  it('shows its own page, without a menu, and says that it is well', async () => {
    const terminal = await launchLive()
    expect(terminal.all('load')).toEqual([PAGE])
    expect(terminal.all('window')).toEqual([{ kiosk: false, devTools: false }])
    expect(terminal.all('menu')).toEqual([null])
    expect(terminal.all('display on')).toEqual([])
    await expect
      .poll(() => terminal.status(), { timeout: 30_000 })
      .toMatchObject({ running: true, host: 'electron', state: 'ok', secrets: 'system' })
    expect(terminal.status()).toMatchObject({ window: { visible: true, replacements: 0 } })
    terminal.order({ do: 'quit' })
    expect(await terminal.exited).toBe(0)
    expect(terminal.status()).toMatchObject({ running: false })
    expect(terminal.all('dialog')).toEqual([])
  })

  it('is seen though the system never says that its window is ready', async () => {
    const terminal = await launchLive({ story: { readyToShow: 'never' } })
    await expect.poll(() => terminal.all('show')).toEqual([PAGE])
  })

  it('as a kiosk is above everything, and keeps the display on', async () => {
    const terminal = await launchLive({ flags: ['--kiosk'] })
    expect(terminal.all('window')).toMatchObject([{ kiosk: true }])
    await expect.poll(() => terminal.all('on top')).toContain('screen-saver')
    expect(terminal.all('display on')).toEqual(['prevent-display-sleep'])
  })

  it('takes no page from a variable of the developers', async () => {
    const env = { ELECTRON_RENDERER_URL: 'http://127.0.0.1:7/evil' }
    const terminal = await launchLive({ env })
    expect(terminal.all('load')).toEqual([PAGE])
    expect(terminal.all('window')).toEqual([{ kiosk: false, devTools: false }])
  })

  it('does not start with a switch that opens it, and says so', async () => {
    const terminal = launch({ flags: ['--ignore-certificate-errors', '--kiosk'] })
    expect(await terminal.exited).toBe(2)
    expect(terminal.all('window')).toEqual([])
    expect(terminal.all('dialog')).toHaveLength(1)
    expect(terminal.status()).toMatchObject({ trouble: 'configuration', running: false })
  })

  it('goes by its proxy everywhere, with what it changes, too', async () => {
    const terminal = await launchLive({ env: { FORECOURT_PROXY: 'http://proxy.example:3128' } })
    const proxy = { proxyRules: 'http://proxy.example:3128' }
    expect(terminal.all('proxy')).toEqual([{ default: proxy }, proxy, { 'once-1': proxy }])
  })

  it('leaves compiled code to nobody else, and its data neither', async () => {
    const terminal = await launchLive()
    terminal.order({ do: 'quit' })
    await terminal.exited
    expect(readdirSync(terminal.temporary)).toEqual([])
    expect(readdirSync(path.join(terminal.dataDir, 'code-cache'))).not.toEqual([])
    const open = readdirSync(terminal.dataDir, { recursive: true, encoding: 'utf8' }).filter(
      (name) => {
        const { mode } = statSync(path.join(terminal.dataDir, name))
        return !name.startsWith('code-cache/') && (mode & 0o077) !== 0
      },
    )
    expect(open).toEqual([])
    expect(statSync(terminal.dataDir).mode & 0o777).toBe(0o700)
  })
})

describe('its secrets', () => {
  it('are not kept by a system that seals with a constant', async () => {
    const terminal = await launchLive({ story: { keyring: 'v10' } })
    await expect.poll(() => terminal.status()?.secrets, { timeout: 30_000 }).toBe('memory')
  })

  it('hold no launch up, and the outside hears of them from the first moment on', async () => {
    const terminal = launch({ story: { keyring: 'locked' } })
    await expect.poll(() => terminal.status()).toMatchObject({ secrets: 'opening' })
    expect(terminal.status()).toMatchObject({ state: 'connecting' })
    await expect.poll(() => terminal.printed(), { timeout: 60_000 }).toContain('board live')
    await expect
      .poll(() => terminal.status(), { timeout: 30_000 })
      .toMatchObject({ secrets: 'waiting', trouble: 'keyring' })
    expect(terminal.log()).toContain('does not answer')
    terminal.order({ do: 'unlock' })
    await expect
      .poll(() => terminal.status(), { timeout: 30_000 })
      .toMatchObject({ secrets: 'system', trouble: null, state: 'ok' })
    expect(terminal.log()).toContain('the terminal has new settings')
  })
})

describe('what nobody caught', () => {
  it('is no dialog: it is in the log, and the terminal is started again', async () => {
    const terminal = await launchLive()
    terminal.order({ do: 'throw', message: 'out of the blue' })
    expect(await terminal.exited).toBe(0)
    expect(terminal.log()).toMatch(/out of the blue\\n {4}at .*"msg":"an error was not caught"/)
    expect(terminal.all('dialog')).toEqual([])
    expect(terminal.all('relaunch')).toHaveLength(1)
    expect(terminal.status()).toMatchObject({ errors: { uncaughtLastHour: 1 } })
  })

  it('is told to a supervisor by the exit code', async () => {
    const terminal = await launchLive({ env: { FORECOURT_SUPERVISED: '1' } })
    terminal.order({ do: 'throw', message: 'out of the blue' })
    expect(await terminal.exited).toBe(70)
    expect(terminal.all('relaunch')).toEqual([])
    expect(terminal.status()).toMatchObject({ running: false })
  })

  it('of promises is counted, and the terminal goes on', async () => {
    const terminal = await launchLive()
    terminal.order({ do: 'reject', message: 'not awaited' })
    await expect
      .poll(() => terminal.status()?.errors.unhandledRejections, { timeout: 30_000 })
      .toBe(1)
    expect(terminal.log()).toContain('not awaited')
    terminal.order({ do: 'quit' })
    expect(await terminal.exited).toBe(0)
    expect(terminal.all('dialog')).toEqual([])
  })

  it('is not a console whose reader has gone', async () => {
    const terminal = await launchLive()
    terminal.stderr?.destroy()
    terminal.stdout?.destroy()
    // The window is well once it has answered: then the log has a warning of it.
    await expect
      .poll(() => {
        terminal.order({ do: 'warn' })
        return terminal.log()
      })
      .toContain('GPU crashed')
    await expect.poll(() => terminal.all('window').length).toBeGreaterThan(1)
    terminal.order({ do: 'quit' })
    expect(await terminal.exited).toBe(0)
    expect(terminal.log()).not.toContain('EPIPE')
    expect(terminal.all('dialog')).toEqual([])
  })
})

describe('windows that do not help', () => {
  it('end a supervised terminal with the wish to be started again', async () => {
    const terminal = await launchLive({ flags: ['--supervised'] })
    const crash = setInterval(() => terminal.order({ do: 'crash' }), 50)
    void terminal.exited.then(() => {
      clearInterval(crash)
    })
    expect(await terminal.exited).toBe(75)
    expect(terminal.all('relaunch')).toEqual([])
  })
})

describe('a wrong configuration', () => {
  it('is a dialog, and the end with a code that no supervisor tries again', async () => {
    const terminal = launch({ flags: ['--time-zone', 'Nowhere'] })
    expect(await terminal.exited).toBe(2)
    expect(terminal.all('dialog')[0]).toContain('IANA time zone')
    expect(terminal.status()).toMatchObject({ state: 'trouble', trouble: 'configuration' })
    expect(terminal.log()).toContain('the configuration is wrong')
  })

  it('is a page in a kiosk, which starts once it is right', async () => {
    const terminal = launch({
      flags: ['--kiosk', '--supervised', '--provision', 'terminal.json'],
    })
    await expect.poll(() => terminal.all('show').length).toBe(1)
    expect(String(terminal.all('load')[0])).toContain('out%20of%20service')
    writeFileSync(path.join(terminal.dataDir, '..', 'terminal.json'), '{"language": "de"}')
    expect(await terminal.exited).toBe(75)
  })
})
