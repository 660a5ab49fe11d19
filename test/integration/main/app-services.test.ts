import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createClock } from '#common/clock.ts'
import type { EventName } from '#contract/events.ts'
import type { LiveModel } from '#contract/live.ts'
import type { TerminalInfo } from '#contract/terminal.ts'
import { readLaunch } from '#main/app/launch.ts'
import { createMemoryVault } from '#main/settings/vault.ts'
import { withSiteKey } from '#main/setup/site-key.ts'
import { createKeptView } from '#main/core/kept-view.ts'
import { startTerminal } from '#main/app/start.ts'
import { startSimulator } from '#simulator/index.ts'
import { setPeople } from '#test/e2e/support/people.ts'
import { openStore } from '#test/support/open-store.ts'
import { createQuietLog } from '#test/unit/main/support/quiet-log.ts'

const MANAGER = { name: 'Max', role: 'manager', pin: '471108' } as const

/** A terminal as the process starts it, over real HTTP. */
async function startProcess(homeDir: string, told: Record<string, string>) {
  const env = { FORECOURT_DATA_DIR: homeDir, ...told }
  const launch = readLaunch({ argv: [], env, userData: homeDir, openStore, nowMs: 0 })
  if (launch.kind !== 'launch') throw new Error(launch.text)
  const events: [EventName, unknown][] = []
  const logLines: string[] = []
  const write = (facts: object, message: string): void => {
    logLines.push(`${message} ${JSON.stringify(facts)}`)
  }
  const started = await startTerminal(launch, {
    version: '0',
    installedVersion: () => '0.2.0',
    isElectron: false,
    argv: [],
    env,
    openStore,
    fetch: (url, init) => fetch(url, init),
    resolveHost: () => Promise.resolve([]),
    safeStorage: {
      isAsyncEncryptionAvailable: () => Promise.resolve(false),
      encryptStringAsync: () => Promise.reject(new Error('none')),
      decryptStringAsync: () => Promise.reject(new Error('none')),
    },
    log: { info: write, warn: write, error: write },
    clock: createClock(),
    emit: (name, payload) => events.push([name, payload]),
    openOutside: () => Promise.resolve(),
    printerOf: () => () => Promise.resolve(),
    onAlive: () => undefined,
    voice: { say: () => false, stop: () => undefined },
    view: createKeptView(() => 0),
    quit: () => undefined,
    relaunch: () => undefined,
  })
  return { ...started, told: events, logLines }
}

/** A terminal at a platform, with a provisioning file. */
async function openTerminal() {
  const simulator = await startSimulator({ clock: createClock(), bustle: false })
  const homeDir = mkdtempSync(path.join(tmpdir(), 'services-'))
  const file = path.join(homeDir, 'terminal.json')
  const { endpoint, key, account, sites } = simulator
  const provision = (content: Record<string, unknown>): void => {
    const base = { endpoint, key: '${KEY}', ...account, site: sites.hotel }
    writeFileSync(file, JSON.stringify({ ...base, desk: { people: [MANAGER] }, ...content }))
  }
  provision({})
  const { handlers, services, close, told, logLines } = await startProcess(homeDir, {
    KEY: key,
    FORECOURT_PROVISION: file,
  })
  onTestFinished(async () => {
    close()
    await simulator.close()
    rmSync(homeDir, { recursive: true })
  })
  const model = (): LiveModel => handlers()['live.model']({}) as LiveModel
  const info = (): TerminalInfo => handlers()['terminal.info']({}) as TerminalInfo
  const live = (): Promise<void> =>
    vi.waitFor(
      () => {
        expect(model().link.state).toBe('live')
      },
      { timeout: 10_000 },
    )
  await live()
  return {
    simulator,
    handlers,
    services,
    model,
    info,
    live,
    told,
    logLines,
    provision,
    homeDir,
  }
}

describe('the services', () => {
  it('puts a terminal with other settings in place, and no open start is lost', async () => {
    const { handlers, services, model, info, live, provision } = await openTerminal()
    const free = model().connectors.find(({ state }) => state === 'free')
    const connectorId = free?.id ?? ''
    const offer = await handlers()['charging.options']({ connectorId })
    const optionId = offer.options[0]?.id ?? ''
    const start = { connectorId, optionId, requestId: 'r-1' }
    const { startId } = await handlers()['charging.start'](start)
    const before = model().revision

    provision({ branding: { name: 'Hotel Haydn' } })
    await services.applySettings()
    expect(info()).toMatchObject({ generation: 2, branding: { name: 'Hotel Haydn' } })
    expect(model().revision).toBeGreaterThan(before)
    expect(model().starts.map(({ id }) => id)).toContain(startId)
    await live()
    expect(model().connectors.find(({ id }) => id === connectorId)?.startId).toBe(startId)
  })

  it('changes nothing where new settings cannot be used', async () => {
    const { services, info, homeDir } = await openTerminal()
    writeFileSync(path.join(homeDir, 'settings.json'), '{"guest": {"reader": "yes"}}')
    await expect(services.applySettings()).rejects.toMatchObject({
      failure: { code: 'settings-unusable' },
    })
    expect(info().generation).toBe(1)
  })

  it('keeps the last good copy in force while the file is broken, and tells of it', async () => {
    const { services, info, provision } = await openTerminal()
    provision({ language: 'no such language' })
    await services.applySettings()
    expect(services.provisioned()).toMatchObject({ isLastGood: true })
    expect(info().hasSettingsFault).toBe(true)
    provision({ language: 'de' })
    await services.applySettings()
    expect(info()).toMatchObject({ hasSettingsFault: false, language: 'de' })
  })

  it('sets PINs anew by the file', async () => {
    const { services, provision } = await openTerminal()
    provision({ desk: { people: [{ ...MANAGER, pin: '908172' }] } })
    await services.applySettings()
    expect(await services.desk.people.whose(MANAGER.pin)).toBeNull()
    expect(await services.desk.people.whose('908172')).toMatchObject({ name: 'Max' })
  })

  it('changes nothing of the terminal in training, and comes back to the site', async () => {
    const { services, handlers, info, live, model } = await openTerminal()
    const site = model().site
    await services.enterTraining()
    await live()
    expect(info().training).toBe(true)
    await expect(
      (async () => handlers()['desk.removePerson']({ name: 'Max' }))(),
    ).rejects.toMatchObject({ failure: { code: 'wrong-mode' } })
    await expect(
      (async () => handlers()['terminal.changeSettings']({ changes: { language: 'fr' } }))(),
    ).rejects.toMatchObject({ failure: { code: 'wrong-mode' } })
    await services.leaveTraining()
    await live()
    expect(info().training).toBe(false)
    expect(model().site).toEqual(site)
  })

  it('keeps PINs and the stop-code key where secrets come out of their file', async () => {
    const { services, handlers, provision, homeDir } = await openTerminal()
    const secrets = path.join(homeDir, 'secrets.json')
    provision({ secrets: 'file' })
    await services.applySettings()
    const kept = JSON.parse(readFileSync(secrets, 'utf8')) as Record<string, string>
    expect(Object.keys(kept)).toEqual(expect.arrayContaining(['deskPeople', 'stopCodeKey']))
    const key = Buffer.from(kept['stopCodeKey'] ?? '', 'base64').toString()

    provision({})
    await services.applySettings()
    expect(existsSync(secrets)).toBe(false)
    const again = { vault: createMemoryVault(), log: createQuietLog(), homeDir }
    expect(await withSiteKey(again, (siteKey) => siteKey.get())).toBe(key)
    expect(handlers()['desk.people']({})).toMatchObject([{ name: 'Max' }])
  })

  it('tells the manager which other version is installed and runs from the next start on', async () => {
    const { handlers } = await openTerminal()
    expect(handlers()['terminal.health']({})).toMatchObject({ version: '0', installed: '0.2.0' })
  })

  it('logs no secret', async () => {
    const { simulator, services, logLines, provision } = await openTerminal()
    provision({ guest: { cards: 'x' }, password: 'p-other' })
    await services.applySettings()
    const all = logLines.join('\n')
    for (const secret of [simulator.key, simulator.account.password, MANAGER.pin, 'p-other']) {
      expect(all).not.toContain(secret)
    }
  })
})

describe('a terminal in a folder that has served a site, without its settings', () => {
  it('says that it is not set up, and lets in nobody but its own people', async () => {
    const homeDir = mkdtempSync(path.join(tmpdir(), 'services-'))
    await setPeople(homeDir, { staff: '8246', manager: '864213' })
    writeFileSync(path.join(homeDir, 'ledger.db'), 'as it was')
    const { handlers, services, close } = await startProcess(homeDir, {})
    onTestFinished(() => {
      close()
      rmSync(homeDir, { recursive: true })
    })
    const info = (): TerminalInfo => handlers()['terminal.info']({}) as TerminalInfo
    expect(info()).toMatchObject({ demo: false, trouble: { code: 'not-set-up' } })
    expect(() => handlers()['setup.enter']({})).toThrow()
    for (const pin of ['2468', '135790'])
      await expect(handlers()['desk.unlock']({ pin })).rejects.toMatchObject({
        failure: { code: 'wrong-pin' },
      })
    await handlers()['desk.unlock']({ pin: '864213' })
    await handlers()['setup.enter']({})
    expect(services.desk.access.mode()).toBe('setup')
    expect(readFileSync(path.join(homeDir, 'ledger.db'), 'utf8')).toBe('as it was')
  })
})

describe("the demo's desk", () => {
  it('keeps its people, and a terminal with an endpoint knows none of them', async () => {
    const simulator = await startSimulator({ clock: createClock(), bustle: false })
    const homeDir = mkdtempSync(path.join(tmpdir(), 'services-'))
    onTestFinished(async () => {
      await simulator.close()
      rmSync(homeDir, { recursive: true })
    })
    const set = { name: 'Eva', role: 'manager', pin: '736251' } as const
    const unlock = async (
      { handlers }: Awaited<ReturnType<typeof startProcess>>,
      pin: string,
    ): Promise<unknown> => handlers()['desk.unlock']({ pin })

    const demo = await startProcess(homeDir, {})
    await unlock(demo, '135790')
    await demo.handlers()['desk.setPerson'](set)
    demo.close()

    const again = await startProcess(homeDir, {})
    expect(await unlock(again, set.pin)).toMatchObject({ name: 'Eva' })
    await again.services.enterTraining()
    expect(again.services.desk.access.person()).toMatchObject({ name: 'Eva' })
    again.close()

    const { username, password } = simulator.account
    const site = await startProcess(homeDir, {
      FORECOURT_ENDPOINT: simulator.endpoint,
      FORECOURT_KEY: simulator.key,
      FORECOURT_USERNAME: username,
      FORECOURT_PASSWORD: password,
    })
    expect(site.services.desk.access.state().hasPins).toBe(false)
    for (const pin of [set.pin, '135790', '2468']) {
      await expect(unlock(site, pin)).rejects.toMatchObject({ failure: { code: 'no-pins' } })
    }
    expect(site.services.desk.audit.list({ beforeId: null, limit: 10 })).toEqual([])
    site.close()
  })

  it('lets nobody in whom the provisioning file does not name', async () => {
    const homeDir = mkdtempSync(path.join(tmpdir(), 'services-'))
    const file = path.join(homeDir, 'terminal.json')
    writeFileSync(file, JSON.stringify({ desk: { people: [MANAGER] } }))
    const { handlers, close } = await startProcess(homeDir, { FORECOURT_PROVISION: file })
    onTestFinished(() => {
      close()
      rmSync(homeDir, { recursive: true })
    })
    expect(await handlers()['desk.unlock']({ pin: MANAGER.pin })).toMatchObject({ name: 'Max' })
    await expect((async () => handlers()['desk.unlock']({ pin: '135790' }))()).rejects.toThrow()
  })
})
