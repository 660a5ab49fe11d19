import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Failure } from '#contract/errors.ts'
import { failureOf } from '../../bridge.ts'
import type { BulkSession } from './bulk-session.ts'

/** What became of one of several; null: it was done. */
export type Outcomes = ReadonlyMap<string, Failure | null>

/** Does the same with each of several sessions, one after the other: what fails with one is not another's. */
export function useEach(sessions: readonly BulkSession[]): {
  busy: Ref<boolean>
  /** By the sessions' ids, as far as it has got. */
  outcomes: ShallowRef<Outcomes>
  each(work: (sessionId: string) => Promise<unknown>): Promise<void>
} {
  const busy = ref(false)
  const outcomes = shallowRef<Outcomes>(new Map())

  async function each(work: (sessionId: string) => Promise<unknown>): Promise<void> {
    if (busy.value) return
    busy.value = true
    outcomes.value = new Map()
    for (const { id } of sessions) {
      const failure = await work(id).then(() => null, failureOf)
      outcomes.value = new Map([...outcomes.value, [id, failure]])
    }
    busy.value = false
  }
  return { busy, outcomes, each }
}
