import { useNow } from '../live/now.ts'
import type { Formats } from './format.ts'
import { useText } from './text.ts'

/** Messages of a time that have a twin for another day than today: `app.asOf` and `app.asOfDay`. */
export type AtKey =
  'app.asOf' | 'charge.begun' | 'charge.since' | 'charge.started' | 'charge.unseen' | 'lost.title'

/** The words of a time, with its date where that is not today's. */
export function atWords<K extends string>(
  key: K,
  ms: number,
  to: {
    t: ((key: NoInfer<K>, named: { time: string }) => string) &
      ((key: NoInfer<`${K}Day`>, named: { date: string }) => string)
    f: Formats
    nowMs: number
    /** To the second. */
    exact?: boolean
  },
): string {
  const { t, f, nowMs, exact = false } = to
  if (!f.isSameDay(ms, nowMs)) return t(`${key}Day`, { date: f.dateTime(ms) })
  return t(key, { time: exact ? f.timeExact(ms) : f.time(ms) })
}

/** As `atWords`, in the language and by the clock of the screen. */
export function useAt(): (key: AtKey, ms: number, exact?: boolean) => string {
  const { t, f } = useText()
  const now = useNow()
  return (key, ms, exact = false) => atWords(key, ms, { t, f: f.value, nowMs: now.minuteMs, exact })
}
