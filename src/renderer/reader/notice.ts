import { ref, type Ref } from 'vue'
import type { PlainKey } from '../i18n/text.ts'

const SHOWN_MS = 10_000

/** What the reader has to say: two keys of words, never anything of the card. */
export interface ReaderNotice {
  readonly title: PlainKey
  readonly next: PlainKey
}

export interface Notice {
  readonly shown: Readonly<Ref<ReaderNotice | null>>
  /** Shows it for a while, in place of another. */
  say(title: PlainKey, next: PlainKey): void
  dismiss(): void
}

export function createNotice(): Notice {
  const shown = ref<ReaderNotice | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined

  function dismiss(): void {
    clearTimeout(timer)
    shown.value = null
  }
  function say(title: PlainKey, next: PlainKey): void {
    clearTimeout(timer)
    shown.value = { title, next }
    timer = setTimeout(dismiss, SHOWN_MS)
  }
  return { shown, say, dismiss }
}
