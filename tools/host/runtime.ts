import { existsSync } from 'node:fs'
import { launchBrowser, type Browser } from './chromium/browser.ts'
import { joinBrowser } from './chromium/joined.ts'
import { createProfile } from './chromium/profile.ts'

/** How this run of the host was asked for; see README.md for the variables. */
export interface HostSettings {
  appPath: string
  executable: string
  headless: boolean
  sandbox: boolean
  debuggingPort: number | null
  /** A Chromium that runs already, by its DevTools socket; null: one is started. */
  browserUrl: string | null
  /** Chromium's and Electron's switches of the command line. */
  switches: ReadonlyMap<string, string>
}

let settings: HostSettings | null = null
let running: Browser | null = null

export function startRuntime(given: HostSettings): void {
  settings = given
  openBrowser()
}

export function hostSettings(): HostSettings {
  if (settings === null) throw new Error('The host has not been started')
  return settings
}

/** The one Chromium; started again when the last one has gone. */
export function openBrowser(): Browser {
  if (running !== null) return running
  const browser = settings?.browserUrl == null ? launchOwn() : joinBrowser(settings.browserUrl)
  running = browser
  void browser.gone.then((wasClosed) => {
    if (running === browser) running = null
    // Electron and its Chromium are one process: here too the one does not outlive the other.
    if (!wasClosed) failHost(new Error('Chromium is gone'))
  })
  return browser
}

function launchOwn(): Browser {
  const { executable, headless, sandbox, debuggingPort } = hostSettings()
  if (!existsSync(executable)) throw new Error(`There is no Chromium at ${executable}`)
  return launchBrowser({
    executable,
    headless,
    sandbox,
    debuggingPort,
    profileDir: createProfile(),
    onDebuggingUrl: (debuggingUrl) => {
      console.log(`forecourt-host ${JSON.stringify({ debuggingUrl })}`)
    },
  })
}

let closing = false

export function isClosing(): boolean {
  return closing
}

/** Ends the host as an app that crashed; its exit code says so. */
export function failHost(error: unknown): void {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
  void running?.close().then(() => process.exit(1))
  if (running === null) process.exit(1)
}

export async function closeBrowser(): Promise<void> {
  closing = true
  await running?.close()
}
