import { spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import type { App, ProcessMetric } from 'electron'
import { closeBrowser, hostSettings } from '../runtime.ts'
import { createProcessMetrics } from './process-metrics.ts'
import { dropLock, takeLock } from './single-instance.ts'
import { preventable } from './web-contents.ts'
import { openWindows } from './windows.ts'

type PathName = Parameters<App['getPath']>[0]

class AppStandIn extends EventEmitter {
  readonly isPackaged = false
  readonly #paths = new Map<string, string>()
  readonly #ready = Promise.withResolvers<void>()
  #name: string | null = null
  #isReady = false
  #quitting = false
  #exiting = false
  #relaunch = false
  readonly #processMetrics = createProcessMetrics()

  readonly commandLine = {
    appendSwitch: (): void => undefined,
    appendArgument: (): void => undefined,
    hasSwitch: (name: string): boolean => hostSettings().switches.has(name),
    getSwitchValue: (name: string): string => hostSettings().switches.get(name) ?? '',
  }

  get name(): string {
    return this.getName()
  }

  whenReady(): Promise<void> {
    return this.#ready.promise
  }

  isReady(): boolean {
    return this.#isReady
  }

  /** The host calls it once main has been loaded. */
  markReady(): void {
    this.#isReady = true
    this.emit('will-finish-launching')
    this.emit('ready', preventable(), {})
    this.#ready.resolve()
  }

  getName(): string {
    return this.#name ?? packageFacts().name
  }

  setName(name: string): void {
    this.#name = name
  }

  getVersion(): string {
    return packageFacts().version
  }

  getAppPath(): string {
    return hostSettings().appPath
  }

  getLocale(): string {
    return Intl.DateTimeFormat().resolvedOptions().locale
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()]
  }

  getPath(name: PathName): string {
    const known = this.#paths.get(name)
    if (known !== undefined) return known
    const config = process.env['XDG_CONFIG_HOME'] ?? path.join(homedir(), '.config')
    const given = hostSettings().switches.get('user-data-dir')
    switch (name) {
      case 'home':
        return homedir()
      case 'temp':
        return tmpdir()
      case 'appData':
        return config
      case 'userData':
      case 'sessionData':
        return given ?? path.join(config, this.getName())
      case 'logs':
        return path.join(this.getPath('userData'), 'logs')
      case 'exe':
        return process.execPath
      default:
        return path.join(homedir(), name)
    }
  }

  setPath(name: string, folder: string): void {
    this.#paths.set(name, folder)
  }

  enableSandbox(): void {
    return
  }

  disableHardwareAcceleration(): void {
    return
  }

  setProxy(): Promise<void> {
    return Promise.resolve()
  }

  requestSingleInstanceLock(): boolean {
    return takeLock(this.getPath('userData'))
  }

  releaseSingleInstanceLock(): void {
    dropLock(this.getPath('userData'))
  }

  relaunch(): void {
    this.#relaunch = true
  }

  getAppMetrics(): ProcessMetric[] {
    const pages = [...openWindows.values()].map(({ webContents }) => webContents.getOSProcessId())
    return this.#processMetrics(pages)
  }

  focus(): void {
    return
  }

  /** Asks everybody, then ends: `will-quit` comes once the last window has closed, not before this returns. */
  quit(): void {
    if (this.#quitting) return
    const before = preventable()
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    this.#quitting = true
    if (openWindows.size === 0) this.#willQuit()
    else for (const window of [...openWindows.values()]) window.close()
  }

  /** Ends without asking; Chromium is closed first. Neither `before-quit` nor `will-quit` comes. */
  exit(exitCode = 0): void {
    this.#quitting = true
    this.#exiting = true
    for (const window of [...openWindows.values()]) window.destroy()
    this.emit('quit', preventable(), exitCode)
    void closeBrowser().finally(() => {
      if (this.#relaunch)
        spawn(process.execPath, [...process.execArgv, ...hostCommand()], {
          detached: true,
          stdio: 'inherit',
        }).unref()
      process.exit(exitCode)
    })
  }

  windowClosed(): void {
    if (openWindows.size > 0 || this.#exiting) return
    if (this.#quitting) this.#willQuit()
    else if (!this.emit('window-all-closed')) this.quit()
  }

  /** A window that refuses to close ends the quitting, too. */
  closeRefused(): void {
    if (!this.#exiting) this.#quitting = false
  }

  #willQuit(): void {
    const will = preventable()
    this.emit('will-quit', will)
    if (will.defaultPrevented) this.#quitting = false
    else this.exit(0)
  }
}

function hostCommand(): string[] {
  return [path.join(import.meta.dirname, '..', 'index.mjs'), ...process.argv.slice(1)]
}

function packageFacts(): { name: string; version: string } {
  const file = path.join(hostSettings().appPath, 'package.json')
  const facts = JSON.parse(readFileSync(file, 'utf8')) as {
    name?: string
    productName?: string
    version?: string
  }
  return { name: facts.productName ?? facts.name ?? 'app', version: facts.version ?? '0.0.0' }
}

export const app = new AppStandIn()
app satisfies Pick<
  App,
  | 'whenReady'
  | 'isReady'
  | 'getName'
  | 'setName'
  | 'getVersion'
  | 'getAppPath'
  | 'getLocale'
  | 'getPreferredSystemLanguages'
  | 'getPath'
  | 'setPath'
  | 'isPackaged'
  | 'enableSandbox'
  | 'setProxy'
  | 'disableHardwareAcceleration'
  | 'requestSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'relaunch'
  | 'focus'
  | 'getAppMetrics'
  | 'quit'
  | 'exit'
  | 'name'
>
app.commandLine satisfies Pick<
  App['commandLine'],
  'appendSwitch' | 'appendArgument' | 'hasSwitch' | 'getSwitchValue'
>
