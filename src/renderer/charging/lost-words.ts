import type { Link } from '#contract/live.ts'
import type { useAt } from '../i18n/at.ts'
import type { Translate } from '../i18n/text.ts'

/** Since when nothing comes from the network, or that somebody signed the terminal out; null while it comes. */
export function lostTitle(link: Link, t: Translate, at: ReturnType<typeof useAt>): string | null {
  if (link.state !== 'lost') return null
  // Nothing is wrong with the line.
  if (link.error === 'signed-out') return t('error.signed-out')
  return at('lost.title', link.sinceMs, true)
}
