import { computed, ref, shallowRef, type ComputedRef, type Ref } from 'vue'
import type { Failure } from '#contract/errors.ts'
import { ask, failureOf } from '../bridge.ts'
import { useAt } from '../i18n/at.ts'
import { useText } from '../i18n/text.ts'
import { useLive } from '../live/live.ts'
import { lostTitle } from '../charging/lost-words.ts'

/** What is shown is old, and what can be done all the same. */
export interface Blind {
  readonly title: string
  readonly text: string
}

export interface StopState {
  /** The question of the keyboard and the reader, who cannot hold a button. */
  readonly asking: Ref<boolean>
  readonly sending: Ref<boolean>
  /** Main took the command; whether the station obeys comes with the live model. */
  readonly sent: Ref<boolean>
  readonly refused: Ref<Failure | null>
  /** That the connection is lost, in words. */
  readonly lost: ComputedRef<string | null>
  /** Said before a stop, which may be tried all the same. */
  readonly blind: ComputedRef<Blind | null>
  stop(): Promise<void>
}

/** Stops a charge by its id: a session's, or that of a start by own card. `late`: it is not seen now. */
export function useStop(id: string, late: () => boolean): StopState {
  const live = useLive()
  const { t } = useText()
  const at = useAt()
  const asking = ref(false)
  const sending = ref(false)
  const sent = ref(false)
  const refused = shallowRef<Failure | null>(null)
  const lost = computed(() => lostTitle(live.link, t, at))
  const blind = computed(() => {
    const isSignedOut = live.link.error === 'signed-out'
    if (lost.value !== null)
      return {
        title: lost.value,
        text: t(isSignedOut ? 'error.signed-out.next' : 'charge.stop.lost'),
      }
    return late() ? { title: t('charge.stop.late'), text: '' } : null
  })

  async function stop(): Promise<void> {
    asking.value = false
    if (sending.value) return
    sending.value = true
    sent.value = false
    refused.value = null
    try {
      await ask('charging.stop', { sessionId: id, requestId: crypto.randomUUID() })
      sent.value = true
    } catch (thrown) {
      refused.value = failureOf(thrown)
    } finally {
      sending.value = false
    }
  }
  return { asking, sending, sent, refused, lost, blind, stop }
}
