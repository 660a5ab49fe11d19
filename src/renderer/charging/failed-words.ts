import type { Start } from '#contract/charging.ts'
import type { PlainKey, Translate } from '../i18n/text.ts'
import { failureWords } from './failure-words.ts'
import { isLockStuck } from './next-after-failure.ts'
import { startEnd } from './start-view.ts'

const holdKeys: Readonly<Record<string, PlainKey>> = {
  none: 'pay.hold.none',
  released: 'pay.hold.released',
  'may-remain': 'pay.hold.may-remain',
}

/** What happens to an amount that was to be held; empty where nothing was, or nothing is known of it. */
function holdWords(start: Start, t: Translate): string {
  const key = holdKeys[start.failure?.details?.['hold'] ?? '']
  if (key) return t(key)
  const mayRemain = start.payment && start.payment.state !== 'refused'
  return mayRemain ? t('pay.hold.may-remain') : ''
}

/** The heading over a start that did not work. */
export function failedTitle(start: Start | undefined): PlainKey {
  if (start?.failure?.code === 'payment-refused') return 'pay.refused'
  if (start?.failure?.code === 'payment-overdue') return 'pay.overdue'
  return `start.failed.${startEnd(start)}`
}

/** Why it did not work, what happens to the amount held, and what to do next. */
export function failedText(start: Start | undefined, t: Translate): string {
  if (!start) return ''
  const hold = holdWords(start, t)
  if (start.failure?.code.startsWith('payment-')) {
    return join(hold, failureWords(start.failure, t).next)
  }
  if (start.step === 'timed-out') return join(t('start.failed.timed-out.text'), hold)
  if (!start.failure) return hold
  const words = failureWords(start.failure, t)
  const said = words.reason === null ? words.what : t('start.reason', { reason: words.reason })
  const cause = isLockStuck(start) ? t('start.reason.lock') : said
  return join(cause, hold, words.next)
}

/** What a cancelled start can still bring about. */
export function cancelledText(start: Start | undefined, t: Translate, untilTime: string): string {
  const late = t('start.now.cancelled.text', { time: untilTime })
  return start ? join(late, holdWords(start, t)) : late
}

function join(...sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ')
}
