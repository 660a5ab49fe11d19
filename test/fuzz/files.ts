import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createClock } from '#common/clock.ts'
import { liveModelSchema, type LiveModel } from '#contract/live.ts'
import { CommandError } from '#main/core/errors.ts'
import { createDispatch, type Dispatch } from '#main/ipc/dispatch.ts'
import { startSimulator, type Simulator } from '#simulator/index.ts'
import { damagedFiles, damages, type Damage } from './damage.ts'
import { createFaults } from './faults.ts'
import { openTerminal, type NotOpened, type OpenedTerminal } from './terminal.ts'

/** Damages that come out otherwise by where they hit. */
const MANY_PLACES: ReadonlySet<string> = new Set([
  'truncated',
  'random bytes',
  'a part overwritten',
  'another kind of JSON',
])
/** Files whose content must be somewhere after it was damaged. */
const KEPT: ReadonlySet<string> = new Set(['settings.json', 'vault.json', 'ledger.db', 'desk.db'])
const LIVE_WITHIN_MS = 20_000
const PIN = '135790'

type Found = (words: string) => void

/**
 * Damages each file of a terminal in each way, at `places` places where that matters, and opens it.
 * Returns what was wrong, in words.
 */
export async function fuzzFiles(
  places: number,
  seed: number,
  takes: (file: string, damage: string) => boolean = () => true,
): Promise<string[]> {
  const faults = createFaults()
  const simulator = await startSimulator({ clock: createClock(), bustle: false })
  const good = await goodFolder(simulator)
  let random = seed
  const pick = (): number => {
    random = (random * 1_103_515_245 + 12_345) % 2_147_483_648
    return random / 2_147_483_648
  }
  for (const file of damagedFiles) {
    for (const damage of damages) {
      if (!takes(file, damage.name)) continue
      for (let place = 0; place < (MANY_PLACES.has(damage.name) ? places : 1); place += 1) {
        const found: Found = (words) => {
          faults.found(`${file} ${damage.name}: ${words}`)
        }
        try {
          await tryDamage({ simulator, good, file, damage, pick: pick(), found })
        } catch (error) {
          found(error instanceof Error ? (error.stack ?? error.message) : String(error))
        }
      }
    }
  }
  await simulator.close()
  rmSync(good.folder, { recursive: true })
  return faults.all
}

interface Good {
  folder: string
  /** Where a start is open. */
  connectorId: string
}

const argvOf = (folder: string): string[] => [
  ...['--data-dir', folder],
  ...['--provision', path.join(folder, 'terminal.json')],
]

/** A terminal that works: its settings, account, people, last snapshot, and a start that waits for the plug. */
async function goodFolder(simulator: Simulator): Promise<Good> {
  const folder = mkdtempSync(path.join(tmpdir(), 'forecourt-good-'))
  const { endpoint, key, account, sites } = simulator
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({ endpoint, site: sites.hotel }))
  writeFileSync(
    path.join(folder, 'terminal.json'),
    JSON.stringify({
      ...{ key, ...account, language: 'en', timeZone: 'Europe/Vienna' },
      desk: { people: [{ name: 'Max', role: 'manager', pin: PIN }] },
    }),
  )
  const services = opened(await openTerminal(argvOf(folder), folder))
  const { dispatch, model } = talkTo(services)
  const { connectors } = await liveBoard(model)
  const connectorId = connectors.find(({ startBlock }) => startBlock === null)?.id ?? ''
  const optionId = await firstOption(dispatch, connectorId)
  await dispatch('charging.start', { connectorId, optionId, requestId: 'first' })
  await until(() =>
    model().then((live) => live.starts.some(({ step }) => step === 'waiting-for-plug')),
  )
  services.started.close()
  return { folder, connectorId }
}

async function tryDamage(trial: {
  simulator: Simulator
  good: Good
  file: string
  damage: Damage
  pick: number
  found: Found
}): Promise<void> {
  const { simulator, good, file, damage, found } = trial
  const folder = mkdtempSync(path.join(tmpdir(), 'forecourt-damaged-'))
  cpSync(good.folder, folder, { recursive: true })
  const target = path.join(folder, file)
  if (!damage.apply(target, trial.pick)) {
    rmSync(folder, { recursive: true })
    return
  }
  const content = statSync(target, { throwIfNoEntry: false })?.isFile()
    ? readFileSync(target)
    : null
  const startsBefore = await starts(simulator)
  try {
    const services = await openTerminal(argvOf(folder), folder)
    if ('started' in services) await expectWorking(services, good, found)
    else if (services.text.trim() === '') found('it does not open, and says nothing')
  } catch (error) {
    // A launch may be refused, with a code: then nothing runs, and nothing is lost.
    if (!(error instanceof CommandError)) throw error
  }
  const begun = (await starts(simulator)) - startsBefore
  if (begun > 0) found(`a second start was sent (${String(begun)})`)
  if (content && content.length > 0 && KEPT.has(file) && !isSomewhere(folder, content, file)) {
    found('what was in it is lost')
  }
  rmSync(folder, { recursive: true })
}

/** It answers, comes to a live board or says why not, and starts nothing a second time. */
async function expectWorking(services: OpenedTerminal, good: Good, found: Found): Promise<void> {
  const { dispatch, model } = talkTo(services)
  try {
    const info = await dispatch('terminal.info', {})
    if (!info.ok) found(`terminal.info: ${info.error.code}`)
    if (services.launch.options.demo) {
      found('the demo took the place of what was ordered')
      return
    }
    const { link } = await liveBoard(model)
    if (link.state !== 'live') {
      if (link.error === null || link.error === 'internal')
        found(`no live board: ${String(link.error)}`)
      return
    }
    const optionId = await firstOption(dispatch, good.connectorId).catch(() => null)
    if (optionId === null) return
    const again = { connectorId: good.connectorId, optionId, requestId: 'second' }
    const answer = await dispatch('charging.start', again)
    if (answer.ok) found('a second start was taken')
    else if (answer.error.code === 'internal') found(`internal: ${answer.error.message}`)
  } finally {
    services.started.close()
  }
}

function talkTo({ started, logLines }: OpenedTerminal): {
  dispatch: Dispatch
  model: () => Promise<LiveModel>
} {
  const { handlers, services } = started
  const write = (facts: object, message: string): void => {
    logLines.push(`${message} ${JSON.stringify(facts)}`)
  }
  const log = { info: write, warn: write, error: write }
  const dispatch = createDispatch({ handlers, access: services.desk.access, log })
  const model = async (): Promise<LiveModel> => {
    const answer = await dispatch('live.model', {})
    if (!answer.ok) throw new CommandError(answer.error)
    return liveModelSchema.parse(answer.value)
  }
  return { dispatch, model }
}

/** Live, or lost for a reason. */
async function liveBoard(model: () => Promise<LiveModel>): Promise<LiveModel> {
  await until(async () => {
    const { link, connectors } = await model()
    return (link.state === 'live' && connectors.length > 0) || link.state === 'lost'
  })
  return model()
}

async function firstOption(dispatch: Dispatch, connectorId: string): Promise<string> {
  const answer = await dispatch('charging.options', { connectorId })
  if (!answer.ok) throw new CommandError(answer.error)
  const { options } = answer.value as { options: { id: string; kind: string }[] }
  return options.find(({ kind }) => kind === 'card')?.id ?? ''
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const endMs = performance.now() + LIVE_WITHIN_MS
  while (!(await holds())) {
    if (performance.now() > endMs) throw new Error('It did not come to hold in time.')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function starts(simulator: Simulator): Promise<number> {
  const counts = await simulator.control.requests()
  return counts
    .filter(({ rootFields }) => rootFields.includes('attemptRemoteStart'))
    .reduce((sum, { requests }) => sum + requests, 0)
}

/** Set aside, or still where it was. A database is written on in its place: its rows are compared. */
function isSomewhere(folder: string, content: Uint8Array, file: string): boolean {
  const names = readdirSync(folder).filter((name) => name.startsWith(path.parse(file).name))
  if (file.endsWith('.db') && names.some((name) => name === file) && names.length > 0) {
    const isKept = names.some((name) => name.includes('broken'))
    if (!isKept) return true
  }
  return names
    .map((name) => path.join(folder, name))
    .filter((each) => statSync(each).isFile())
    .some((each) => isWithin(readFileSync(each), content, file))
}

const isWithin = (bytes: Buffer, content: Uint8Array, file: string): boolean =>
  file === 'vault.json' || file === 'settings.json'
    ? bytes.equals(content) || isUsed(bytes)
    : bytes.equals(content)

/** A file that could be read is written on: then it is whole. */
function isUsed(bytes: Buffer): boolean {
  try {
    return typeof JSON.parse(bytes.toString('utf8')) === 'object'
  } catch {
    return false
  }
}

function opened(services: OpenedTerminal | NotOpened): OpenedTerminal {
  if ('started' in services) return services
  throw new Error(services.text)
}
