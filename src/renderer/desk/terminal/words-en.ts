/** English: the terminal itself. */
export const terminalWords = {
  'audit.title': 'Audit trail',
  'audit.empty': 'Nothing has been done yet.',
  'audit.at': 'Time',
  'audit.who': 'Who',
  'audit.action': 'What',
  'audit.subject': 'Where',
  'audit.details': 'Details',
  'audit.terminal': 'Terminal',
} as const
