import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { SessionExport, SessionExportKind, SessionFilter } from '#contract/desk-sessions.ts'
import type { Failure } from '#contract/errors.ts'
import { ask, failureOf, on } from '../../bridge.ts'

interface Parts {
  /** These alone of what the filter leaves. */
  sessionIds?: string[]
  /** What the file has a row for; each session unless told. */
  kind?: SessionExportKind
}

/** The list that is written into a file, wherever somebody goes at the desk meanwhile. */
export const useExport = defineStore('export', () => {
  const last = shallowRef<SessionExport | null>(null)
  const keepDays = ref(0)
  /** It could not even begin. */
  const failure = shallowRef<Failure | null>(null)
  const running = computed(() => last.value?.state === 'running')
  let dismissedId: string | null = null
  let request: ({ filter: SessionFilter; language: string } & Parts) | null = null

  on('export', (progress) => {
    last.value = progress
  })

  /** What main knows of it: this page may be younger than the export. */
  async function open(): Promise<void> {
    try {
      const answer = await ask('desk.lastExport', {})
      keepDays.value = answer.keepDays
      if (answer.last && answer.last.id !== dismissedId) last.value = answer.last
    } catch (thrown) {
      failure.value = failureOf(thrown)
    }
  }
  async function start(filter: SessionFilter, language: string, parts: Parts = {}): Promise<void> {
    request = { filter, language, ...parts }
    await begin()
  }
  async function begin(): Promise<void> {
    if (!request) return
    failure.value = null
    try {
      await ask('desk.exportSessions', request)
    } catch (thrown) {
      failure.value = failureOf(thrown)
    }
  }
  async function cancel(): Promise<void> {
    if (!last.value) return
    try {
      await ask('desk.cancelExport', { exportId: last.value.id })
    } catch (thrown) {
      failure.value = failureOf(thrown)
    }
  }
  function dismiss(): void {
    dismissedId = last.value?.id ?? null
    last.value = null
    failure.value = null
  }
  return { last, keepDays, failure, running, open, start, again: begin, cancel, dismiss }
})
