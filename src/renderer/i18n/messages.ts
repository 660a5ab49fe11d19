import type { Messages } from './en.ts'
import type { Language } from './languages.ts'

/** Each language is a chunk of its own: a terminal loads only those that somebody chooses. */
export const loadMessages: Record<Language, () => Promise<Messages>> = {
  en: async () => (await import('./en.ts')).en,
  de: async () => (await import('./de.ts')).de,
  fr: async () => (await import('./fr.ts')).fr,
  it: async () => (await import('./it.ts')).it,
  es: async () => (await import('./es.ts')).es,
  nl: async () => (await import('./nl.ts')).nl,
  cs: async () => (await import('./cs.ts')).cs,
  pl: async () => (await import('./pl.ts')).pl,
  sl: async () => (await import('./sl.ts')).sl,
  hr: async () => (await import('./hr.ts')).hr,
  hu: async () => (await import('./hu.ts')).hu,
  sv: async () => (await import('./sv.ts')).sv,
}
