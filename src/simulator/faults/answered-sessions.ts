import type { Chargelog } from '../state/model.ts'
import type { World } from '../state/world.ts'

const STALE_MS = 20_000

/** The sessions as a list answers them; `wanted` as its filter says, null for all of them. */
export function answeredSessions(
  chargelogs: readonly Chargelog[],
  wanted: 'started' | 'stopped' | null,
  world: World,
): Chargelog[] {
  const { faults } = world
  const operations = ['chargelogsPaged']
  const early = faults.take('seemsStopped', operations)
  const stale = faults.take('staleRecords', operations)
  const withoutIds = faults.take('noSessionIds', operations) !== undefined
  const isStarted = ({ status }: Chargelog): boolean => status !== 'stopped'
  let answer = [...chargelogs]
  if (stale) answer = answer.flatMap((each) => asOf(each, world, stale.ms ?? STALE_MS) ?? [])
  if (withoutIds) answer = answer.map(nameless)
  if (early?.as === 'left-out') answer = answer.filter((each) => !isRunning(each))
  else if (early && early.as !== 'listed') answer = answer.map((each) => stopped(each, world))
  if (wanted !== null) answer = answer.filter((each) => isStarted(each) === (wanted === 'started'))
  return early?.as === 'listed' ? answer.map((each) => stopped(each, world)) : answer
}

/** A session as the answer to its id has it. */
export function answeredSession(
  chargelog: Chargelog | undefined,
  world: World,
): Chargelog | undefined {
  const { faults } = world
  const operations = ['chargelog']
  const isEverywhere = (faults.peek('seemsStopped')?.as ?? 'everywhere') === 'everywhere'
  const early = isEverywhere ? faults.take('seemsStopped', operations) : undefined
  const stale = faults.take('staleRecords', operations)
  const isNameless = faults.peek('noSessionIds')?.where === 'everywhere'
  let answer = chargelog
  if (answer && stale) answer = asOf(answer, world, stale.ms ?? STALE_MS)
  if (answer && isNameless && faults.take('noSessionIds', operations)) answer = nameless(answer)
  return answer && early ? stopped(answer, world) : answer
}

const isRunning = ({ status }: Chargelog): boolean => status === 'started'

const nameless = (chargelog: Chargelog): Chargelog =>
  isRunning(chargelog) ? { ...chargelog, sessionId: null } : chargelog

const stopped = (chargelog: Chargelog, { clock }: World): Chargelog =>
  isRunning(chargelog) ? { ...chargelog, status: 'stopped', endedMs: clock.now() } : chargelog

/** As a replica has it that is behind by `ms`; undefined where it was not there yet. */
function asOf(chargelog: Chargelog, world: World, ms: number): Chargelog | undefined {
  const atMs = world.clock.now() - ms
  if (chargelog.startedMs > atMs) return undefined
  const hadEnded = chargelog.endedMs !== null && chargelog.endedMs <= atMs
  if (hadEnded || !chargelog.transaction) return chargelog
  const ended = { endedMs: null, meterEndWh: null, final: null, document: null } as const
  const copy: Chargelog = { ...chargelog, ...ended, status: 'started' }
  world.readings.tellAsOf(copy, atMs)
  return copy
}
