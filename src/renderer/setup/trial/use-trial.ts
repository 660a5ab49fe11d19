import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Session, Start } from '#contract/charging.ts'
import type { Failure } from '#contract/errors.ts'
import { ask, failureOf } from '../../bridge.ts'
import { startPhase, type StartPhase } from '../../charging/start-view.ts'
import { useLive } from '../../live/live.ts'

/** One trial: from the start to the stop. */
export interface Trial {
  phase: ComputedRef<StartPhase | 'idle' | 'stopping' | 'stopped'>
  start: ComputedRef<Start | undefined>
  session: ComputedRef<Session | undefined>
  busy: Ref<boolean>
  failure: ShallowRef<Failure | null>
  begin(optionId: string): Promise<void>
  stop(): Promise<void>
  /** Before another one. */
  reset(): void
}

/** Starts and stops as the desk does (`desk.start`, `desk.stop`), at one connector. */
export function useTrial(connectorId: () => string): Trial {
  const live = useLive()
  const startId = ref<string | null>(null)
  const sessionId = ref<string | null>(null)
  const busy = ref(false)
  const failure = shallowRef<Failure | null>(null)

  const start = computed(() => live.starts.get(startId.value ?? ''))
  const session = computed(() => live.sessions.get(start.value?.sessionId ?? sessionId.value ?? ''))
  const phase = computed(() => {
    if (startId.value === null) return 'idle'
    if (session.value?.status === 'stopped' || session.value?.summary) return 'stopped'
    if (session.value?.stop && !session.value.stop.failure) return 'stopping'
    return session.value ? 'charging' : startPhase(start.value)
  })

  async function run(work: () => Promise<void>): Promise<void> {
    if (busy.value) return
    busy.value = true
    failure.value = null
    try {
      await work()
    } catch (thrown) {
      failure.value = failureOf(thrown)
    } finally {
      busy.value = false
    }
  }
  return {
    ...{ phase, start, session, busy, failure },
    begin: (optionId) =>
      run(async () => {
        const requestId = crypto.randomUUID()
        const request = { connectorId: connectorId(), optionId, requestId, withoutInvoice: false }
        startId.value = (await ask('desk.start', request)).startId
      }),
    stop: () =>
      run(async () => {
        const id = session.value?.id
        if (id === undefined) return
        sessionId.value = id
        await ask('desk.stop', { sessionId: id, requestId: crypto.randomUUID(), reason: 'trial' })
      }),
    reset() {
      startId.value = null
      sessionId.value = null
      failure.value = null
    },
  }
}
