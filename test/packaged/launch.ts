import { fork } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inject, onTestFinished } from 'vitest'
import { logFile } from '#main/core/log.ts'
import type { Status } from '#main/status/status.ts'
import type { Order, Story, Told } from './host/story.ts'

/** What is tested: a folder with the files of an asar. */
export const PACKAGED = inject('packaged')

interface Launch {
  story?: Story
  flags?: string[]
  env?: Record<string, string>
}

/** Starts the packaged main on a data folder of its own; it ends with the test. */
export function launch({ story = {}, flags = [], env = {} }: Launch = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'packaged-'))
  const temporary = path.join(folder, 'tmp')
  mkdirSync(temporary)
  const dataDir = path.join(folder, 'data')
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(FORECOURT_|NODE_)/.test(name),
  )
  const child = fork(path.join(import.meta.dirname, 'host', 'main.ts'), [PACKAGED, ...flags], {
    cwd: folder,
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...Object.fromEntries<string | undefined>(inherited),
      ...{ PACKAGED_USER_DATA: dataDir, TMPDIR: temporary, FORECOURT_DEMO_BUSTLE: 'false' },
      PACKAGED_STORY: JSON.stringify(story),
      ...env,
    },
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text: Buffer) => (printed += text.toString()))
  const told: Told[] = []
  child.on('message', (message: Told) => told.push(message))
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exited
    rmSync(folder, { recursive: true, force: true })
  })
  const textOf = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '')
  return {
    ...{ told, exited, temporary, dataDir, stderr: child.stderr, stdout: child.stdout },
    printed: () => printed,
    /** The details of what was told of this kind. */
    all: (what: Told[0]) => told.filter(([each]) => each === what).map(([, detail]) => detail),
    order: (order: Order): void => {
      if (child.connected) child.send(order)
    },
    log: () => textOf(logFile(dataDir)),
    status: (): Status | null => {
      const text = textOf(path.join(dataDir, 'status.json'))
      return text === '' ? null : (JSON.parse(text) as Status)
    },
  }
}
