import type { liveWords as english } from './words-en.ts'

/** German: the live desk. */
export const liveWords: Record<keyof typeof english, string> = {
  'live.title': 'Live',
  'live.approvals': 'Gäste fragen',
  'live.approval': 'Ladeplatz {number}: {option}',
  'live.approval.booking': 'Buchung {reference}',
  'live.approval.left': '{time} bleiben für die Antwort',
  'live.approve': 'Erlauben und zurück zum Gast',
  'live.decline': 'Ablehnen',
}
