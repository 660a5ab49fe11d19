import { describe, expect, it } from 'vitest'
import { createClock, type AdjustableClock } from '#common/clock.ts'
import { CommandError } from '#main/core/errors.ts'
import { createCodeGuard, type CodeGuard } from '#main/secrets/code-guard.ts'
import type { CodeTries, TriesStore } from '#main/storage/tries.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** What stop-code.ts counts on. */
const MOST_TRIES_A_DAY = 116
const MOST_TRIES_A_DAY_AT_ONE = 102

function createStore(): TriesStore {
  const kept = new Map<string, CodeTries>()
  return {
    tries: () => [...kept.values()],
    saveTries: (tries) => void kept.set(tries.subject, tries),
    forgetTries: (subject) => void kept.delete(subject),
  }
}

function createRig() {
  const clock = createClock({ startMs: Date.parse('2026-11-23T08:00:00Z'), speed: 0 })
  const store = createStore()
  const open = (): CodeGuard => createCodeGuard({ store, clock })
  return { clock, open }
}

const isTaken = (guard: CodeGuard, subject = 'session'): boolean => {
  try {
    guard.admit(subject)
    return true
  } catch (error) {
    if (error instanceof CommandError) return false
    throw error
  }
}

/** Tries for a day, as soon as a code is taken; how many were looked at. */
async function tryForADay(
  clock: AdjustableClock,
  guard: () => CodeGuard,
  subjects: readonly string[],
): Promise<number> {
  const endMs = clock.now() + DAY_MS
  let lookedAt = 0
  while (clock.now() < endMs) {
    const open = subjects.find((subject) => isTaken(guard(), subject))
    if (open === undefined) await clock.advance(30_000)
    else {
      guard().wrong(open)
      lookedAt += 1
    }
  }
  return lookedAt
}

describe('whoever tries all codes for a day', () => {
  it('gets at most 102 looked at, at one session', async () => {
    const { clock, open } = createRig()
    const guard = open()
    const lookedAt = await tryForADay(clock, () => guard, ['session'])
    expect(lookedAt).toBeGreaterThan(3)
    expect(lookedAt).toBeLessThanOrEqual(MOST_TRIES_A_DAY_AT_ONE)
  })

  it('gets no more by pulling the plug after each', async () => {
    const { clock, open } = createRig()
    expect(await tryForADay(clock, open, ['session'])).toBeLessThanOrEqual(MOST_TRIES_A_DAY_AT_ONE)
  })

  it('gets no more by going from session to session', async () => {
    const { clock, open } = createRig()
    const guard = open()
    const sessions = Array.from({ length: 40 }, (_, index) => `session:${String(index)}`)
    expect(await tryForADay(clock, () => guard, sessions)).toBeLessThanOrEqual(MOST_TRIES_A_DAY)
  })

  it('gets no more by opening a session of their own in between', async () => {
    const { clock, open } = createRig()
    const guard = open()
    let lookedAt = 0
    const endMs = clock.now() + DAY_MS
    while (clock.now() < endMs) {
      if (!isTaken(guard, 'other')) await clock.advance(10_000)
      else {
        guard.wrong('other')
        lookedAt += 1
        if (isTaken(guard, 'own')) guard.right('own')
      }
    }
    expect(lookedAt).toBeLessThanOrEqual(MOST_TRIES_A_DAY)
  })
})

describe('a pause after wrong codes', () => {
  it('gets neither longer nor shorter when the clock is set back while it lasts', async () => {
    const { clock, open } = createRig()
    const guard = open()
    for (let wrong = 0; wrong < 3; wrong += 1) guard.wrong('session')
    await clock.advance(-6 * 60 * MINUTE_MS)
    expect(isTaken(guard)).toBe(false)
    await clock.advance(29_000)
    expect(isTaken(guard)).toBe(false)
    await clock.advance(1_000)
    expect(isTaken(guard)).toBe(true)
  })

  it('ends when another code holds, at the terminal too', () => {
    const { open } = createRig()
    const guard = open()
    for (let wrong = 0; wrong < 12; wrong += 1) guard.wrong('session')
    expect(isTaken(guard)).toBe(false)
    guard.lift('session')
    expect(isTaken(guard)).toBe(true)
    expect(isTaken(open())).toBe(true)
  })
})
