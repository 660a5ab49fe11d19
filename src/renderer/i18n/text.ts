import { computed, type ComputedRef } from 'vue'
import type { DeskWords, GuestWords, SetupWords } from './generated/keys.ts'
import { fill, spoken } from './i18n.ts'
import { isolated } from './isolated.ts'
import { formats, type Formats } from './format.ts'
import { localeOf } from './languages.ts'
import type { Named } from './messages.ts'
import { useTerminal } from '../live/terminal.ts'

type AllWords = GuestWords & DeskWords & SetupWords
export type MessageKey = keyof GuestWords
/** The keys of messages in which nothing is filled. */
export type PlainKey<Words = GuestWords> = {
  [K in keyof Words]: [keyof Words[K]] extends [never] ? K : never
}[keyof Words]

/** What each of several messages asks for. */
type All<Each> = (Each extends unknown ? (one: Each) => void : never) extends (all: infer A) => void
  ? A
  : never
/** What stands beside a key: nothing, or a value for each blank of its message. */
export type Filling<K extends keyof AllWords> = [keyof All<AllWords[K]>] extends [never]
  ? []
  : [named: All<AllWords[K]>]

/** A key that has words; one that has none is named by the error at its user. */
type Known<K extends string, Keys extends string> = [K] extends [Keys]
  ? K
  : `there are no words for ${Exclude<K, Keys>}`

/** Says the words of these keys; a key of several is asked for what all of them need. */
export type Say<Keys extends keyof AllWords> = <K extends string>(
  key: Known<K, Keys>,
  ...filling: [K] extends [Keys] ? Filling<K> : unknown[]
) => string

export type Translate = Say<MessageKey>

/** A message with its blanks filled in, by what its English asks for. */
export function say(key: string, ...filling: readonly unknown[]): string {
  const [named = {}] = filling as readonly Named[]
  const filled = Object.entries(named).map(([name, value]) => [
    name,
    typeof value === 'string' ? isolated(value) : value,
  ])
  return fill(key, Object.fromEntries(filled) as Named)
}

/** The chosen language's words and its way to write numbers, money and times of the site. */
export function useText(): { t: Translate; f: ComputedRef<Formats> } {
  const terminal = useTerminal()
  const f = computed(() =>
    formats(localeOf(spoken.value, terminal.info.language), terminal.info.timeZone),
  )
  return { t: say, f }
}
