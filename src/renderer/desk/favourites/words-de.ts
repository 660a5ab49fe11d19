import type { favouritesWords as english } from './words-en.ts'

/** German: the desk's pinned stations. */
export const favouritesWords: Record<keyof typeof english, string> = {
  'favourites.title': 'Angeheftete Stationen',
  'favourites.pin': '{name} oben an Live anheften',
  'favourites.unpin': '{name} nicht mehr anheften',
  'favourites.elsewhere': 'Nicht an diesem Standort',
  'favourites.failed': 'Die angehefteten Stationen sind nicht bekannt.',
}
