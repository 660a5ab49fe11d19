import { computed, type ComputedRef } from 'vue'
import { i18n } from './i18n.ts'
import type { MessageKey } from './en.ts'
import { isolated } from './isolated.ts'
import { formats, type Formats } from './format.ts'
import { localeOf, type Language } from './languages.ts'
import { useTerminal } from '../live/terminal.ts'

export type Translate = (
  key: MessageKey,
  named?: Record<string, string | number>,
  count?: number,
) => string

type Named = Readonly<Record<string, string | number>>

/** A message with its blanks filled in. What `count` counts is its plural; else a number called so, or `n`. */
export function say(key: string, named: Named = {}, count: number = countIn(named)): string {
  const filling = Object.entries(named).map(([name, value]) => [
    name,
    typeof value === 'string' ? isolated(value) : value,
  ])
  return i18n.global.t(key, Object.fromEntries(filling) as Named, count)
}

/** The plural's number takes the place of a `count` or `n` that is 0: it has to be the same. */
function countIn({ count, n }: Named): number {
  if (typeof count === 'number') return count
  return typeof n === 'number' ? n : 1
}

/** The chosen language's words and its way to write numbers, money and times of the site. */
export function useText(): { t: Translate; f: ComputedRef<Formats> } {
  const terminal = useTerminal()
  const f = computed(() =>
    formats(
      localeOf(i18n.global.locale.value as Language, terminal.info.language),
      terminal.info.timeZone,
    ),
  )
  return { t: say, f }
}
