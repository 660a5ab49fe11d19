import { EventEmitter } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createClock } from '#common/clock.ts'
import { untilDisplay } from '#main/shell/display.ts'
import { createEnding } from '#main/shell/ending.ts'
import { openRelaunches } from '#main/shell/relaunches.ts'
import { becomeOnlyInstance } from '#main/shell/single-instance.ts'
import { createQuietLog } from '../support/quiet-log.ts'

const SECOND_MS = 1_000
const HOUR_MS = 3_600_000

function rig({ ends = true, supervised = false } = {}) {
  const clock = createClock({ startMs: 0, speed: 0 })
  const told: string[] = []
  const events = new EventEmitter()
  const tell = (what: string) => () => {
    told.push(what)
  }
  const app = {
    quit() {
      told.push('quit')
      if (ends) events.emit('quit')
    },
    exit: (exitCode: number) => told.push(`exit ${String(exitCode)}`),
    relaunch: tell('relaunch'),
    releaseSingleInstanceLock: tell('release the lock'),
    once: (name: string, listener: () => void) => events.once(name, listener),
  }
  const ending = createEnding({
    app: app as unknown as Parameters<typeof createEnding>[0]['app'],
    ...{ clock, supervised, log: createQuietLog() },
    relaunches: { next: () => 4 * SECOND_MS },
    close: tell('close everything'),
  })
  return { clock, told, ending }
}

describe('the end of the program', () => {
  it('by hand: in order, and by force if that takes too long', async () => {
    const { clock, told, ending } = rig({ ends: false })
    ending.quit()
    ending.quit()
    await clock.advance(3 * SECOND_MS)
    expect(told).toEqual(['quit', 'close everything', 'exit 0'])
  })

  it('a relaunch hands the lock over when everything is closed', async () => {
    const { clock, told, ending } = rig()
    ending.relaunch()
    await clock.advance(0)
    expect(told).toEqual(['relaunch', 'quit', 'release the lock'])
  })

  it('in trouble the relaunch waits as long as the ones before say', async () => {
    const { clock, told, ending } = rig()
    ending.relaunchInTrouble()
    ending.relaunchInTrouble()
    await clock.advance(3.9 * SECOND_MS)
    expect(told).toEqual([])
    await clock.advance(0.1 * SECOND_MS)
    expect(told).toContain('relaunch')
  })
})

type Way = keyof ReturnType<typeof rig>['ending']

describe('who starts it again', () => {
  it.each<[supervised: boolean, way: Way, told: string[]]>([
    [false, 'quit', ['quit']],
    [false, 'relaunch', ['relaunch', 'quit', 'release the lock']],
    [false, 'relaunchInTrouble', ['relaunch', 'quit', 'release the lock']],
    [false, 'relaunchAfterError', ['relaunch', 'quit', 'release the lock']],
    [true, 'quit', ['quit']],
    [true, 'relaunch', ['close everything', 'exit 75']],
    [true, 'relaunchInTrouble', ['close everything', 'exit 75']],
    [true, 'relaunchAfterError', ['close everything', 'exit 70']],
  ])('supervised: %s, %s: %j', async (supervised, way, expected) => {
    const { clock, told, ending } = rig({ supervised })
    ending[way]()
    await clock.advance(4 * SECOND_MS)
    expect(told.slice(0, expected.length)).toEqual(expected)
    expect(told.includes('relaunch')).toBe(!supervised && way !== 'quit')
  })

  it('a manager need not wait for a relaunch that takes its time', async () => {
    const { clock, told, ending } = rig()
    ending.relaunchInTrouble()
    ending.quit()
    await clock.advance(10 * SECOND_MS)
    expect(told).not.toContain('relaunch')
  })
})

describe('relaunches are counted over launches', () => {
  function file(): string {
    const folder = mkdtempSync(path.join(tmpdir(), 'relaunches-'))
    onTestFinished(() => {
      rmSync(folder, { recursive: true })
    })
    return path.join(folder, 'relaunches.json')
  }

  it('the first at once, then ever slower, at most five minutes; after an hour they are forgotten', () => {
    const name = file()
    let nowMs = HOUR_MS
    const next = (): number => openRelaunches(name, () => nowMs).next('window')
    const pauses = Array.from({ length: 11 }, next)
    expect(pauses.map((ms) => ms / SECOND_MS)).toEqual([0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300])
    expect(openRelaunches(name, () => nowMs).lastHour()).toBe(11)
    nowMs += HOUR_MS
    expect(next()).toBe(0)
  })

  it('a file that was broken counts as none, and is written anew', () => {
    const name = file()
    writeFileSync(name, '[1, "x"')
    expect(openRelaunches(name, () => HOUR_MS).next('window')).toBe(0)
    expect(JSON.parse(readFileSync(name, 'utf8'))).toEqual([{ atMs: HOUR_MS, cause: 'window' }])
  })

  it('tells errors that were not caught from windows, and knows the file of older versions', () => {
    const name = file()
    writeFileSync(name, JSON.stringify([HOUR_MS - 1]))
    const relaunches = openRelaunches(name, () => HOUR_MS)
    relaunches.next('error')
    expect([relaunches.lastHour(), relaunches.lastHour('error')]).toEqual([2, 1])
  })
})

describe('one terminal a data folder', () => {
  it('waits for one that is on its way out, and gives up for one that stays', async () => {
    const clock = createClock({ startMs: 0, speed: 0 })
    let held = true
    const app = { requestSingleInstanceLock: () => !held }
    const patient = becomeOnlyInstance(app, clock)
    await clock.advance(9 * SECOND_MS)
    held = false
    await clock.advance(1 * SECOND_MS)
    expect(await patient).toBe(true)

    held = true
    const beaten = becomeOnlyInstance(app, clock)
    await clock.advance(11 * SECOND_MS)
    expect(await beaten).toBe(false)
  })
})

it('a display that is missing at boot is waited for', async () => {
  const clock = createClock({ startMs: 0, speed: 0 })
  const displays: object[] = []
  let shown = false
  const waiting = untilDisplay({ getAllDisplays: () => displays }, { clock, log: createQuietLog() })
  void waiting.then(() => {
    shown = true
  })
  await clock.advance(600 * SECOND_MS)
  expect(shown).toBe(false)
  displays.push({})
  await clock.advance(1 * SECOND_MS)
  await waiting
})
