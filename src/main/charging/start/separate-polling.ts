import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import type { ChargingApi } from '#main/charging/api/charging-api.ts'
import type { StartRecord } from '#main/charging/ledger/records.ts'
import type { StartStore } from '#main/charging/ledger/start-store.ts'
import { isOpenStep } from '#main/charging/ledger/start-steps.ts'
import { createStartQuestions } from './start-questions.ts'

/**
 * Asks what must not ride along with a refresh: how a payment goes, and attempts of another account,
 * which the platform may deny (that would spoil the whole refresh).
 */
export interface SeparatePolling {
  /** Something may be worth asking for from now on. */
  wake(): void
  close(): void
}

const PACE_MS = 3_000
/** For what is over as far as its guest is concerned, but may still begin. */
const LATE_PACE_MS = 15_000

export function createSeparatePolling(deps: {
  startStore: StartStore
  api: Pick<ChargingApi, 'preauthStatus' | 'attemptStatus'>
  clock: Clock
  log: Log
  changed(): void
  urgent(): void
}): SeparatePolling {
  const { startStore, clock, log } = deps
  const questions = createStartQuestions(deps)
  let timer: { dueMs: number; cancel: () => void } | null = null
  let isAsking = false
  let isClosed = false

  const asked = (): StartRecord[] => startStore.all().filter(questions.isOpen)

  const askAbout = async (record: StartRecord): Promise<void> => {
    const change = await questions.ask(record)
    const current = isClosed ? undefined : startStore.get(record.id)
    if (!current) return
    const next = change(current)
    if (next === current) return
    startStore.note(next)
    log.info({ startId: next.id, from: current.step, to: next.step }, 'start followed')
    deps.changed()
    deps.urgent()
  }

  const tick = async (): Promise<void> => {
    timer = null
    isAsking = true
    await Promise.all(asked().map(askAbout))
    isAsking = false
    wake()
  }

  const wake = (): void => {
    const waiting = asked()
    if (isClosed || isAsking || waiting.length === 0) return
    const isLate = waiting.every(({ step }) => !isOpenStep(step))
    const dueMs = clock.now() + (isLate ? LATE_PACE_MS : PACE_MS)
    if (timer && timer.dueMs <= dueMs) return
    timer?.cancel()
    timer = { dueMs, cancel: clock.setTimer(dueMs - clock.now(), () => void tick()) }
  }

  return {
    wake,
    close() {
      isClosed = true
      timer?.cancel()
    },
  }
}
