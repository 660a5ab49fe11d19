import type { Stop } from '#contract/charging.ts'
import { failureWords } from '../../charging/failure-words.ts'
import type { useDeskText } from '../../i18n/desk-text.ts'

type DeskText = ReturnType<typeof useDeskText>

/** It goes on although it should have stopped, and the terminal keeps trying. */
export const isTriedOn = (stop: Stop | null): stop is Stop =>
  stop !== null && (stop.state === 'failed' || stop.tries > 1)

/** Why it has not stopped, as delivered where the station says so, and since when it is tried. */
export function triedText(stop: Stop, t: DeskText['t'], f: DeskText['f']['value']): string {
  const trying = t('live.stop.failed.text', { time: f.time(stop.requestedAtMs), n: stop.tries })
  const { failure } = stop
  return failure
    ? `${failure.details?.['message'] ?? failureWords(failure, t).what} ${trying}`
    : trying
}
