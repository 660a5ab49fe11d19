import { onBeforeUnmount, shallowRef, type Ref } from 'vue'
import type { CommandOutput } from '#contract/commands.ts'
import type { Failure } from '#contract/errors.ts'
import { SessionDetailDocument, type SessionDetailQuery } from '#platform/generated/ask/graphql.ts'
import { ask, failureOf } from '../../bridge.ts'
import { askPlatform } from '../../ask/ask-platform.ts'
import { notDelivered } from '../../ask/failure.ts'

export type SessionLog = NonNullable<SessionDetailQuery['chargelog']>
/** The platform's summary of a session's meter values; without values all of it is null (L475). */
export type MeterSummary = NonNullable<SessionDetailQuery['chargelogMeterValuesSummary']>
export type SessionRecord = CommandOutput<'desk.sessionRecord'>

/** All that is known of one session: by the platform (L389, L472), and written down here. */
export function useSession(id: string): {
  log: Ref<SessionLog | null>
  /** Null where the platform failed on it. */
  meter: Ref<MeterSummary | null>
  record: Ref<SessionRecord | null>
  /** What keeps the session from being shown. */
  failure: Ref<Failure | null>
  /** What keeps this terminal's own record from being read. */
  recordFailure: Ref<Failure | null>
  load(): Promise<void>
} {
  const log = shallowRef<SessionLog | null>(null)
  const meter = shallowRef<MeterSummary | null>(null)
  const record = shallowRef<SessionRecord | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const recordFailure = shallowRef<Failure | null>(null)
  let gone = false

  async function ofPlatform(): Promise<void> {
    try {
      const data = await askPlatform(SessionDetailDocument, { id, uuid: id }, { nulls: 'taken' })
      if (gone) return
      // The record of another session is none of this one.
      if (data.chargelog?.id !== id) throw notDelivered('not-found')
      log.value = data.chargelog
      meter.value = data.chargelogMeterValuesSummary
      failure.value = null
    } catch (thrown) {
      failure.value = failureOf(thrown)
    }
  }
  async function ofTerminal(): Promise<void> {
    try {
      record.value = await ask('desk.sessionRecord', { sessionId: id })
      recordFailure.value = null
    } catch (thrown) {
      recordFailure.value = failureOf(thrown)
    }
  }
  onBeforeUnmount(() => {
    gone = true
  })

  async function load(): Promise<void> {
    await Promise.all([ofPlatform(), ofTerminal()])
  }
  void load()
  return { log, meter, record, failure, recordFailure, load }
}
