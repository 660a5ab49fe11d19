import type { Chargelog } from '../state/model.ts'
import type { World } from '../state/world.ts'

const STALE_MS = 20_000

/** What a list tells of sessions; `wanted` as its filter says, null for all of them. */
export function toldList(
  chargelogs: readonly Chargelog[],
  wanted: 'started' | 'stopped' | null,
  world: World,
): Chargelog[] {
  const { faults } = world
  const operations = ['chargelogsPaged']
  const early = faults.take('toldStopped', operations)
  const stale = faults.take('staleRecords', operations)
  const withoutIds = faults.take('noSessionIds', operations) !== undefined
  const isStarted = ({ status }: Chargelog): boolean => status !== 'stopped'
  let told = [...chargelogs]
  if (stale) told = told.flatMap((each) => asOf(each, world, stale.ms ?? STALE_MS) ?? [])
  if (withoutIds) told = told.map(nameless)
  if (early?.as === 'left-out') told = told.filter((each) => !isRunning(each))
  else if (early && early.as !== 'listed') told = told.map((each) => stopped(each, world))
  if (wanted !== null) told = told.filter((each) => isStarted(each) === (wanted === 'started'))
  return early?.as === 'listed' ? told.map((each) => stopped(each, world)) : told
}

/** What the answer to its id tells of a session. */
export function toldRecord(chargelog: Chargelog | undefined, world: World): Chargelog | undefined {
  const { faults } = world
  const operations = ['chargelog']
  const isEverywhere = (faults.peek('toldStopped')?.as ?? 'everywhere') === 'everywhere'
  const early = isEverywhere ? faults.take('toldStopped', operations) : undefined
  const stale = faults.take('staleRecords', operations)
  const isNameless = faults.peek('noSessionIds')?.where === 'everywhere'
  let told = chargelog
  if (told && stale) told = asOf(told, world, stale.ms ?? STALE_MS)
  if (told && isNameless && faults.take('noSessionIds', operations)) told = nameless(told)
  return told && early ? stopped(told, world) : told
}

const isRunning = ({ status }: Chargelog): boolean => status === 'started'

const nameless = (chargelog: Chargelog): Chargelog =>
  isRunning(chargelog) ? { ...chargelog, sessionId: null } : chargelog

const stopped = (chargelog: Chargelog, { clock }: World): Chargelog =>
  isRunning(chargelog) ? { ...chargelog, status: 'stopped', endedMs: clock.now() } : chargelog

/** As a replica tells it that is behind by `ms`; undefined where it was not there yet. */
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
