import { defineStore } from 'pinia'
import { onBeforeUnmount, type Ref } from 'vue'
import { useTerminal } from '../live/terminal.ts'

/** For so long what was typed waits for the same person (real ms). */
const KEPT_MS = 10 * 60_000

interface Draft {
  readonly who: string
  readonly text: string
  readonly atMs: number
}

/** What somebody had typed when the desk locked: in the page's memory alone, each given back once. */
export const useDrafts = defineStore('drafts', () => {
  const kept = new Map<string, Draft>()

  function keep(key: string, who: string, text: string): void {
    kept.set(key, { who, text, atMs: performance.now() })
  }
  /** Null for anybody else, and once its time is over. */
  function take(key: string, who: string): string | null {
    const draft = kept.get(key)
    kept.delete(key)
    if (draft?.who !== who || performance.now() - draft.atMs > KEPT_MS) return null
    return draft.text
  }
  return { keep, take }
})

/** Keeps what is typed over a lock for whoever typed it; `key`: which field of the desk it is. */
export function useDraft(key: string, text: Ref<string | null>): void {
  const drafts = useDrafts()
  const terminal = useTerminal()
  const { person } = terminal.info.desk
  if (!person) return
  const who = JSON.stringify(person)
  const draft = drafts.take(key, who)
  if (draft !== null) text.value = draft

  onBeforeUnmount(() => {
    const isLocked = terminal.info.mode === 'guest'
    if (isLocked && text.value !== null && text.value !== '') drafts.keep(key, who, text.value)
  })
}
