import german from '#renderer/locales/de/alert.json' with { type: 'json' }
import english from '#renderer/locales/en/alert.json' with { type: 'json' }
import type { Letter } from '#main/outbox/mail.ts'
import type { AlertFacts, AlertNews } from './alert.ts'

/** Where the terminal stands, and how it writes. */
export interface AlertPlace {
  readonly site: string
  readonly terminal: string
  /** BCP 47 tag; German, else English. */
  readonly language: string
  /** IANA name. */
  readonly timeZone: string
}

/** The mail that tells these news, oldest first. */
export function alertLetter(news: readonly AlertNews[], place: AlertPlace): Letter {
  const isGerman = place.language.toLowerCase().startsWith('de')
  const words = isGerman ? german : english
  const time = new Intl.DateTimeFormat(isGerman ? 'de' : 'en-GB', {
    ...{ dateStyle: 'short', timeStyle: 'short', timeZone: place.timeZone },
  })
  const sentence = ({ kind, facts }: AlertNews): string => `${words[kind]}${factsIn(facts)}`
  const line = (each: AlertNews): string => {
    const state = each.state === 'raised' ? words.raised : words.cleared
    return `${state}: ${sentence(each)}\n  ${words.since} ${time.format(each.sinceMs)}`
  }
  const [first] = news
  const more = news.length > 1 ? ` (+${String(news.length - 1)})` : ''
  const subject = first === undefined ? place.site : `${place.site}: ${sentence(first)}${more}`
  const text = [...news.map(line), `${words.terminal}: ${place.site}, ${place.terminal}`]
  return { subject, text: `${text.join('\n\n')}\n` }
}

const factsIn = (facts: AlertFacts): string => {
  const told = Object.values(facts).filter((fact) => fact !== null && fact !== '')
  return told.length === 0 ? '' : ` – ${told.join(', ')}`
}
