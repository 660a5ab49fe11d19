import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Offer, StartOption } from '#contract/charging.ts'
import type { Failure } from '#contract/errors.ts'
import { ask, failureOf } from '../bridge.ts'
import { useNow } from '../live/now.ts'

/** A price on screen that is older than this is asked again. */
const REFRESH_AFTER_MS = 120_000

export interface Options {
  readonly state: Ref<'loading' | 'ready' | 'failed'>
  readonly offer: ShallowRef<Offer | null>
  readonly options: ComputedRef<readonly StartOption[]>
  readonly failure: ShallowRef<Failure | null>
  load(): Promise<void>
}

/** The ways to start at a connector, fresh when it is opened and kept fresh while it is looked at. */
export function useOptions(connectorId: string): Options {
  const now = useNow()
  const state = ref<'loading' | 'ready' | 'failed'>('loading')
  const offer = shallowRef<Offer | null>(null)
  const options = computed(() => offer.value?.options ?? [])
  const failure = shallowRef<Failure | null>(null)
  let asking = false

  async function load(): Promise<void> {
    if (asking) return
    asking = true
    if (!offer.value) state.value = 'loading'
    try {
      offer.value = await ask('charging.options', { connectorId })
      state.value = 'ready'
    } catch (thrown) {
      failure.value = failureOf(thrown)
      if (!offer.value) state.value = 'failed'
    } finally {
      asking = false
    }
  }

  watch(
    () => now.minuteMs,
    () => {
      if (state.value === 'ready' && now.read() - (offer.value?.asOfMs ?? 0) > REFRESH_AFTER_MS)
        void load()
    },
  )
  void load()
  return { state, offer, options, failure, load }
}
