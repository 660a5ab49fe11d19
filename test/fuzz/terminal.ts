import { createClock, type AdjustableClock } from '#common/clock.ts'
import { createKeptView } from '#main/core/kept-view.ts'
import type { Host } from '#main/app/host.ts'
import { readLaunch, type Launch } from '#main/app/launch.ts'
import type { SafeStorage } from '#main/settings/vault.ts'
import { startTerminal, type Started } from '#main/app/start.ts'
import { openStore } from '#test/support/open-store.ts'

/** As Chromium says that the Secret Service's key sealed it. */
const SEALED = Buffer.from('v11')

/** A system that protects secrets, as far as a test can see. */
const safeStorage: SafeStorage = {
  isAsyncEncryptionAvailable: () => Promise.resolve(true),
  encryptStringAsync: (text) =>
    Promise.resolve(Buffer.concat([SEALED, Buffer.from(text).reverse()])),
  decryptStringAsync(sealed) {
    if (!sealed.subarray(0, SEALED.length).equals(SEALED))
      return Promise.reject(new Error('It was not sealed here.'))
    const text = Buffer.from(sealed.subarray(SEALED.length)).reverse().toString('utf8')
    return Promise.resolve({ shouldReEncrypt: false, result: text })
  },
}

export interface OpenedTerminal {
  readonly started: Started
  readonly launch: Launch
  /** The machine's clock. */
  readonly clock: AdjustableClock
  readonly logLines: string[]
}

/** Why a terminal did not open: in words for the console, as the composition root would print them. */
export interface NotOpened {
  readonly text: string
}

/** The whole terminal but its window, as the composition root puts it together. */
export async function openTerminal(
  argv: string[],
  folder: string,
  fetchBy: Host['fetch'] = fetch,
): Promise<OpenedTerminal | NotOpened> {
  const clock = createClock()
  const logLines: string[] = []
  const write = (facts: object, message: string): void => {
    if (logLines.length < 2_000) logLines.push(`${message} ${JSON.stringify(facts)}`)
  }
  const launch = readLaunch({ argv, env: {}, userData: folder, openStore, nowMs: clock.now() })
  if (launch.kind !== 'launch') return { text: launch.text }
  const started = await startTerminal(launch, {
    version: '0',
    installedVersion: () => null,
    isElectron: false,
    argv,
    env: {},
    openStore,
    fetch: fetchBy,
    resolveHost: () => Promise.resolve([]),
    safeStorage,
    log: { info: write, warn: write, error: write },
    clock,
    emit: () => undefined,
    openOutside: () => Promise.resolve(),
    printerOf: () => () => Promise.resolve(),
    onAlive: () => undefined,
    voice: { say: () => false, stop: () => undefined },
    view: createKeptView(() => 0),
    quit: () => undefined,
    relaunch: () => undefined,
  })
  return { started, launch, clock, logLines }
}
