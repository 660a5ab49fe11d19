import type { terminalWords as english } from './words-en.ts'

/** German: the terminal itself. */
export const terminalWords: Record<keyof typeof english, string> = {
  'audit.title': 'Protokoll',
  'audit.empty': 'Noch wurde nichts getan.',
  'audit.at': 'Zeit',
  'audit.who': 'Wer',
  'audit.action': 'Was',
  'audit.subject': 'Wo',
  'audit.details': 'Einzelheiten',
  'audit.terminal': 'Terminal',
}
