import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import { commands, type CommandName } from '#contract/commands.ts'
import { failureSchema } from '#contract/errors.ts'
import { liveModelSchema } from '#contract/live.ts'
import type { Mode } from '#contract/terminal.ts'
import { demoPeople } from '#main/desk/demo-people.ts'
import { openBridge } from '#main/ipc/bridge.ts'
import { createDispatch } from '#main/ipc/dispatch.ts'
import { createFaults, heapInUse } from './faults.ts'
import { openTerminal, type OpenedTerminal } from './terminal.ts'
import { messageOf } from './messages.ts'

const ORIGIN = 'https://terminal.invalid'
/** No command takes longer, whatever it was sent (ms). */
const ANSWERED_WITHIN_MS = 60_000
/** Longer than the longest slow-down of wrong PINs. */
const SLOW_DOWN_MS = 16 * 60_000
const GROWTH_ALLOWED_BYTES = 64 * 1024 * 1024
/** Messages under way may still set other people. */
const MOST_UNLOCKS = 20
const BATCH = 50
const MOST_WAITING = 1_000

type Send = (event: Partial<IpcMainInvokeEvent>, message: unknown) => Promise<unknown>

/** Who stands there while messages come. */
const callers = ['guest', 'staff', 'manager', 'setup'] as const
type Caller = (typeof callers)[number]

/**
 * Sends `count` malformed and hostile messages to the bridge of a whole terminal, from all sides.
 * Returns what was wrong, in words.
 */
export async function fuzzBridge(count: number, seed: number): Promise<string[]> {
  const faults = createFaults()
  const folder = mkdtempSync(path.join(tmpdir(), 'forecourt-fuzz-'))
  const services = await openTerminal(['--data-dir', folder, '--demo-bustle=false'], folder)
  if (!('started' in services)) throw new Error(services.text)
  const page = { isDestroyed: () => false } as unknown as WebContents
  const send = openedBridge(services, page)
  const ours = senderOf(page, `${ORIGIN}/index.html`)
  const ids = await knownIds(send, ours)
  const check = createCheck({ send, ours, strangers: strangersOf(page), found: faults.found })

  const messages = fc.sample(
    fc.tuple(
      messageOf(() => ids),
      fc.integer({ min: 0, max: 99 }),
    ),
    { numRuns: Math.min(count, 20_000), seed },
  )
  const waiting = new Set<Promise<unknown>>()
  let heapBytes = 0
  for (let sent = 0; sent < count; sent += BATCH) {
    // A long run sends the same messages again, to somebody else.
    const at = (index: number) => messages[(sent + index) % messages.length]
    const caller = callers[Math.floor((sent / count) * callers.length)] ?? 'guest'
    await stand(services, caller)
    for (let index = 0; index < Math.min(BATCH, count - sent); index += 1) {
      const [message, side] = at(index) ?? [[], 0]
      const settled = check(message, { side, index, caller })
        .catch((error: unknown) => {
          faults.found(`a message was not answered: ${String(error)}`)
        })
        .finally(() => waiting.delete(settled))
      waiting.add(settled)
    }
    // Some wait for a platform that is not there: the others need not wait for them.
    await new Promise(setImmediate)
    while (waiting.size > MOST_WAITING) await Promise.race(waiting)
    if (heapBytes === 0 && sent >= count / 2) heapBytes = heapInUse()
  }
  await Promise.all(waiting)
  const grownBytes = heapInUse() - heapBytes
  if (grownBytes > GROWTH_ALLOWED_BYTES) {
    faults.found(`the heap grew by ${String(Math.round(grownBytes / 1024 / 1024))} MB`)
  }
  await assertWorks(send, ours).catch((error: unknown) => {
    faults.found(`the terminal does not work any more: ${String(error)}`)
  })
  services.started.close()
  rmSync(folder, { recursive: true, force: true })
  return faults.all
}

interface Sent {
  /** Below 4 it comes from a stranger, below 6 only a part of it comes. */
  readonly side: number
  readonly index: number
  readonly caller: Caller
}

/** Sends a message, and finds what is wrong with its answer. */
function createCheck(deps: {
  send: Send
  ours: Partial<IpcMainInvokeEvent>
  strangers: readonly Partial<IpcMainInvokeEvent>[]
  found(words: string): void
}): (message: readonly unknown[], sent: Sent) => Promise<void> {
  const { send, ours, strangers, found } = deps

  return async (whole, { side, index, caller }) => {
    if (side < 4) {
      const answer = await send(strangers[index % strangers.length] ?? {}, whole)
      if (codeOf(answer) !== 'wrong-sender') found(`a stranger was answered: ${shown(answer)}`)
      return
    }
    const message = side < 6 ? whole[side - 4] : whole
    const answer = await within(send(ours, message), message)
    const fault = faultOf(answer, message)
    if (fault !== null) found(`${caller}: ${fault}, at ${shown(message)}`)
  }
}

function openedBridge({ started, logLines }: OpenedTerminal, page: WebContents): Send {
  const opened: Send[] = []
  const write = (facts: object, message: string): void => {
    if (logLines.length < 2_000) logLines.push(`${message} ${JSON.stringify(facts)}`)
  }
  const log = { info: write, warn: write, error: write }
  const ipcMain = {
    handle: (_channel: string, listener: Send) => {
      opened.push(listener)
    },
  } as unknown as IpcMain
  const { handlers, services } = started
  const dispatch = createDispatch({ handlers, access: services.desk.access, log })
  openBridge({ ipcMain, rendererOrigin: ORIGIN, contents: () => page, log }, dispatch)
  const [handle] = opened
  if (!handle) throw new Error('The bridge was not opened.')
  return handle
}

const senderOf = (sender: WebContents, url: string, parent: object | null = null) =>
  ({ sender, senderFrame: { url, parent } }) as unknown as Partial<IpcMainInvokeEvent>

function strangersOf(page: WebContents): Partial<IpcMainInvokeEvent>[] {
  const other = JSON.parse('{}') as WebContents
  return [
    senderOf(other, `${ORIGIN}/index.html`),
    senderOf(page, 'https://terminal.invalid.evil.example/'),
    senderOf(page, 'about:blank'),
    senderOf(page, `${ORIGIN}/index.html`, {}),
    { sender: page, senderFrame: null },
  ]
}

/** Brings somebody there, whatever the messages before have done and still do. */
async function stand({ started, clock }: OpenedTerminal, caller: Caller): Promise<void> {
  const { access, peopleNow } = started.services.desk
  const mode: Mode = caller === 'guest' || caller === 'setup' ? caller : 'desk'
  const role = caller === 'staff' ? 'staff' : 'manager'
  if (access.mode() === mode && (mode !== 'desk' || access.person()?.role === role)) return
  access.leaveSetup()
  access.lock()
  if (mode === 'guest') return
  if (caller !== 'setup' || peopleNow().list().length > 0) {
    const pin = demoPeople.find((person) => person.role === role)?.pin ?? ''
    const isOpened = (): Promise<boolean> =>
      access.unlock(pin).then(
        () => true,
        () => false,
      )
    for (let tries = 0; !(await isOpened()); tries += 1) {
      if (tries === MOST_UNLOCKS) throw new Error(`The ${role} cannot come in.`)
      await peopleNow().replace(demoPeople)
      await clock.advance(SLOW_DOWN_MS)
    }
  }
  if (mode === 'setup') access.enterSetup()
}

async function knownIds(send: Send, ours: Partial<IpcMainInvokeEvent>): Promise<string[]> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = (await send(ours, ['live.model', {}])) as { value: unknown }
    const { connectors, sessions } = liveModelSchema.parse(answer.value)
    if (connectors.length > 0) {
      const found = [...connectors.map(({ id }) => id), ...sessions.map(({ id }) => id)]
      return [...found, ...connectors.map(({ stationId }) => stationId)]
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('The board did not come.')
}

async function assertWorks(send: Send, ours: Partial<IpcMainInvokeEvent>): Promise<void> {
  for (const name of ['terminal.info', 'live.model'] as const) {
    const answer = await send(ours, [name, {}])
    if (codeOf(answer) !== null) throw new Error(`${name}: ${shown(answer)}`)
  }
  if ('polluted' in {}) throw new Error('The prototype of all objects was changed.')
}

/** Null: the answer is as the contract says. */
function faultOf(answer: unknown, message: unknown): string | null {
  const [name, input] = Array.isArray(message) ? (message as unknown[]) : []
  const command = isName(name) ? commands[name] : null
  if (!isEnvelope(answer)) return `no envelope: ${shown(answer)}`
  if (!answer.ok) {
    const failure = failureSchema.safeParse(answer.error)
    if (!failure.success) return `no failure of the contract: ${shown(answer)}`
    const { code } = failure.data
    if (code === 'internal') return `internal: ${failure.data.message}`
    if (!command) return code === 'unknown-command' ? null : `${code} for an unknown command`
    return null
  }
  if (!command) return 'a command that does not exist was carried out'
  const isTaken = command.input.safeParse(input).success
  if (!isTaken) return 'an input was taken that the contract refuses'
  const output = command.output.safeParse(answer.value)
  if (!output.success) return `an output that the contract does not know: ${output.error.message}`
  JSON.stringify(answer)
  return null
}

const isName = (name: unknown): name is CommandName =>
  typeof name === 'string' && Object.hasOwn(commands, name)

function isEnvelope(
  answer: unknown,
): answer is { ok: true; value: unknown } | { ok: false; error: unknown } {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false
  return answer.ok === true ? 'value' in answer : 'error' in answer
}

function codeOf(answer: unknown): unknown {
  if (!isEnvelope(answer) || answer.ok) return null
  return (answer.error as { code?: unknown }).code
}

function within(answer: Promise<unknown>, message: unknown): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer within the time: ${shown(message)}`))
    }, ANSWERED_WITHIN_MS)
  })
  return Promise.race([answer, late]).finally(() => {
    clearTimeout(timer)
  })
}

function shown(value: unknown): string {
  try {
    return JSON.stringify(value).slice(0, 200)
  } catch {
    return '(no JSON)'
  }
}
