/** English: the desk's pinned stations. */
export const favouritesWords = {
  'favourites.title': 'Pinned stations',
  'favourites.pin': 'Pin {name} to the top of Live',
  'favourites.unpin': 'Take {name} from the pinned stations',
  'favourites.elsewhere': 'Not at this site',
  'favourites.failed': 'The pinned stations are not known.',
} as const
