import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { CdpConnection, type CdpSession } from '../cdp/connection.ts'
import { pipeTransport } from '../cdp/transport.ts'
import { chromiumFlags, type LaunchSettings } from './flags.ts'
import { removeProfile } from './profile.ts'

const CLOSE_LIMIT_MS = 2000
const LAST_WORDS = 5

/** A running Chromium. It ends with this process, however this process ends: the pipe closes. */
export interface Browser {
  readonly connection: CdpConnection
  readonly root: CdpSession
  /** Where its windows are opened; null: in Chromium's own, first context. */
  readonly contextId: Promise<string | null>
  /** Resolves when the process is gone; true: it was closed, from here or by its user. */
  readonly gone: Promise<boolean>
  close(): Promise<void>
}

export interface BrowserLaunch extends LaunchSettings {
  executable: string
  /** Told once the port of a second client is open. */
  onDebuggingUrl: (url: string) => void
}

export function launchBrowser(launch: BrowserLaunch): Browser {
  const child = spawn(launch.executable, chromiumFlags(launch), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  })
  let isClosing = false
  const gone = once(child, 'exit').then(
    ([code]) => isClosing || code === 0,
    () => false,
  )
  watchErrors(child, launch.onDebuggingUrl)
  const connection = new CdpConnection(
    pipeTransport(child.stdio[3] as Writable, child.stdio[4] as Readable),
  )
  const root = connection.session(null)
  return {
    connection,
    root,
    contextId: Promise.resolve(null),
    gone,
    close: async () => {
      isClosing = true
      root.send('Browser.close', {}).catch(() => undefined)
      const timer = setTimeout(() => child.kill('SIGKILL'), CLOSE_LIMIT_MS)
      await gone
      clearTimeout(timer)
      removeProfile(launch.profileDir)
    },
  }
}

/** Chromium's exit codes where it was sent SIGHUP, SIGINT or SIGTERM: it ends when it is told to. */
const SIGNALLED: ReadonlySet<number> = new Set([129, 130, 143])

/**
 * Chromium's own grumbling stays out of the log, but for the line that a second client waits for,
 * and for its last words when it ends by itself.
 */
function watchErrors(child: ChildProcess, onDebuggingUrl: (url: string) => void): void {
  child.on('error', (error) => {
    console.error(`Chromium cannot be started: ${error.message}`)
  })
  if (child.stderr === null) return
  const verbose = process.env['FORECOURT_HOST_VERBOSE'] === '1'
  let lastWords: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => {
    const url = /^DevTools listening on (ws:\S+)/.exec(line)?.[1]
    if (url !== undefined) onDebuggingUrl(url)
    if (verbose) console.error(`[chromium] ${line}`)
    if (!line.includes('dbus')) lastWords = [...lastWords, line].slice(-LAST_WORDS)
  })
  child.on('exit', (code) => {
    if (code !== null && code !== 0 && !SIGNALLED.has(code))
      console.error(`Chromium ended with code ${code}.\n${lastWords.join('\n')}`)
  })
}
