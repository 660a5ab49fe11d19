import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { StatementSync } from 'node:sqlite'
import type { KillPoint } from './messages.ts'
import { realNow, realSleep, turn } from './time.ts'

/** Where main touches the world outside: files, the ledger, the network. The product knows nothing of it. */
export interface Seam {
  arm(at: KillPoint | null): void
  /** Resolves once no request is under way, or after `limitMs` of real time. */
  quiet(limitMs: number): Promise<void>
}

interface Requests {
  readonly underWay: number
  /** Resolves when none is under way any more. */
  over(): Promise<void>
}

const OF_INTEREST = /secrets\.json|settings\.json|settings\.last-good/

export function openSeam(): Seam {
  let armed: KillPoint | null = null
  let passed = 0

  const isHit = (point: string): boolean => {
    if (!armed || (armed.point !== 'any' && armed.point !== point)) return false
    passed += 1
    return passed === (armed.nth ?? 1)
  }
  const pass = (point: string): void => {
    if (isHit(point)) die()
  }

  wrapStatements(pass)
  wrapFiles(pass, isHit)
  const requests = wrapFetch(pass)
  return {
    arm(at) {
      armed = at
      passed = 0
    },
    async quiet(limitMs) {
      const untilMs = realNow() + limitMs
      const isBusy = (): boolean => requests.underWay > 0 && realNow() < untilMs
      do {
        if (isBusy()) await Promise.race([requests.over(), realSleep(untilMs - realNow())])
        for (let each = 0; each < 4; each++) await turn()
      } while (isBusy())
    },
  }
}

/** As the power goes: nothing of this process runs on. */
function die(): never {
  process.kill(process.pid, 'SIGKILL')
  throw new Error('The process outlived its end.')
}

/** `start.<step>` and `stop.<state>`: it is in the ledger. */
function wrapStatements(pass: (point: string) => void): void {
  const { run } = StatementSync.prototype
  StatementSync.prototype.run = function (this: StatementSync, ...args: never[]) {
    const result = Reflect.apply(run, this, args) as ReturnType<typeof run>
    const [row = {}] = args as { step?: string; state?: string }[]
    if (/^(?:INSERT INTO|UPDATE) starts/.test(this.sourceSQL)) pass(`start.${row.step ?? ''}`)
    else if (this.sourceSQL.startsWith('INSERT OR REPLACE INTO stops')) {
      pass(`stop.${row.state ?? ''}`)
    }
    return result
  }
}

/** `torn:<file>`, `written:<file>` and `renamed:<file>`: half of a draft, all of it, in its place. */
function wrapFiles(pass: (point: string) => void, isHit: (point: string) => boolean): void {
  const { openSync, writeSync, renameSync, copyFileSync, fsyncSync } = fs
  const replaced = openReplaced()
  const names = new Map<number, string>()
  const folders = new Map<number, string>()
  const nameOf = (file: unknown): string =>
    path.basename(String(file)).replace(/\.(new|tmp).*$/, '')
  const patched = {
    openSync(...args: Parameters<typeof openSync>) {
      const handle = openSync(...args)
      folders.set(handle, String(args[0]))
      if (OF_INTEREST.test(String(args[0]))) names.set(handle, nameOf(args[0]))
      else names.delete(handle)
      return handle
    },
    fsyncSync(handle: number) {
      fsyncSync(handle)
      replaced.synced(folders.get(handle) ?? '')
    },
    writeSync(handle: number, data: string | Uint8Array, ...rest: never[]) {
      const name = names.get(handle)
      if (name !== undefined && isHit(`torn:${name}`)) {
        writeSync(handle, Buffer.from(data).subarray(0, Math.floor(data.length / 2)))
        die()
      }
      const written = writeSync(handle, data as never, ...rest)
      if (name !== undefined) pass(`written:${name}`)
      return written
    },
    renameSync(from: string, to: string) {
      if (OF_INTEREST.test(to)) replaced.keep(to)
      renameSync(from, to)
      if (OF_INTEREST.test(to)) pass(`renamed:${nameOf(to)}`)
    },
    copyFileSync(from: string, to: string) {
      if (OF_INTEREST.test(to) && isHit(`torn:${nameOf(to)}`)) {
        const whole = fs.readFileSync(from)
        fs.writeFileSync(to, whole.subarray(0, Math.floor(whole.length / 2)))
        die()
      }
      copyFileSync(from, to)
    },
  }
  Object.assign(fs, patched)
  // The machine's own link never changes here, and asking for it each second of a fast time is dear.
  Object.assign(os, { networkInterfaces: () => ({}) })
  syncBuiltinESMExports()
}

/**
 * What renames have replaced, in a folder of the suite's: a name is on disk only once its folder was
 * synced, and after a power cut the old file may be back. Empty: there was none.
 */
function openReplaced(): { keep(file: string): void; synced(folder: string): void } {
  const kept = process.env['FAULTS_REPLACED_DIR'] ?? ''
  const { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } = fs
  return {
    keep(file) {
      const copy = path.join(kept, path.basename(file))
      if (existsSync(copy)) return
      // The end may come in the middle of this, too.
      writeFileSync(`${copy}.draft`, existsSync(file) ? readFileSync(file) : '')
      renameSync(`${copy}.draft`, copy)
    },
    synced(folder) {
      if (!existsSync(folder) || !statSync(folder).isDirectory()) return
      for (const name of readdirSync(kept)) rmSync(path.join(kept, name))
    },
  }
}

/** `sending:<field>` and `answered:<field>`: before a mutation leaves, before main hears of its answer. */
function wrapFetch(pass: (point: string) => void): Requests {
  const { fetch } = globalThis
  const waiting = new Set<() => void>()
  const requests = {
    underWay: 0,
    over: () =>
      new Promise<void>((resolve) => {
        waiting.add(resolve)
      }),
  }
  globalThis.fetch = async (input, init) => {
    const field = fieldOf(init?.body)
    requests.underWay += 1
    try {
      if (field !== null) pass(`sending:${field}`)
      const { status, headers, body } = await fetch(input, init)
      // Read here, so that "nothing under way" means it.
      const bytes = body && (await new Response(body).arrayBuffer())
      if (field !== null) pass(`answered:${field}`)
      return new Response(bytes, { status, headers })
    } finally {
      requests.underWay -= 1
      if (requests.underWay === 0) {
        for (const resolve of waiting) resolve()
        waiting.clear()
      }
    }
  }
  return requests
}

/** The root field of a mutation; null for anything else. */
function fieldOf(body: unknown): string | null {
  if (typeof body !== 'string') return null
  const { query } = JSON.parse(body) as { query: string }
  return /^\s*mutation\b[^{]*\{\s*(\w+)/.exec(query)?.[1] ?? null
}
