import { ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { StartOption } from '#contract/charging.ts'
import type { Failure } from '#contract/errors.ts'
import { ask, failureOf } from '../bridge.ts'
import { useNow } from '../live/now.ts'

/** A price on screen that is older than this is asked again. */
const REFRESH_AFTER_MS = 120_000

export interface Options {
  readonly state: Ref<'loading' | 'ready' | 'failed'>
  readonly options: ShallowRef<readonly StartOption[]>
  readonly asOfMs: Ref<number>
  readonly failure: ShallowRef<Failure | null>
  load(): Promise<void>
}

/** The ways to start at a connector, fresh when it is opened and kept fresh while it is looked at. */
export function useOptions(connectorId: string): Options {
  const now = useNow()
  const state = ref<'loading' | 'ready' | 'failed'>('loading')
  const options = shallowRef<readonly StartOption[]>([])
  const asOfMs = ref(0)
  const failure = shallowRef<Failure | null>(null)
  let asking = false

  async function load(): Promise<void> {
    if (asking) return
    asking = true
    if (options.value.length === 0) state.value = 'loading'
    try {
      const answer = await ask('charging.options', { connectorId })
      options.value = answer.options
      asOfMs.value = answer.asOfMs
      state.value = 'ready'
    } catch (thrown) {
      failure.value = failureOf(thrown)
      if (options.value.length === 0) state.value = 'failed'
    } finally {
      asking = false
    }
  }

  watch(
    () => now.minuteMs,
    () => {
      if (state.value === 'ready' && now.nowMs - asOfMs.value > REFRESH_AFTER_MS) void load()
    },
  )
  void load()
  return { state, options, asOfMs, failure, load }
}
