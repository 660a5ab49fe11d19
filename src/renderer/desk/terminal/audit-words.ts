import type { AuditEntry } from '#contract/desk.ts'
import type { DeskTranslate } from '../../i18n/desk-text.ts'

/** What the audit trail notes that has words of ours: main's own actions, and mutations by their names. */
const known = {
  'desk.unlock': 'audit.did.desk.unlock',
  'desk.lock': 'audit.did.desk.lock',
  'desk.wrong-pin': 'audit.did.desk.wrong-pin',
  'desk.set-person': 'audit.did.desk.set-person',
  'desk.remove-person': 'audit.did.desk.remove-person',
  start: 'audit.did.start',
  stop: 'audit.did.stop',
  cancel: 'audit.did.cancel',
  approve: 'audit.did.approve',
  decline: 'audit.did.decline',
  close: 'audit.did.close',
  'read-stop-code': 'audit.did.read-stop-code',
  'print-receipt': 'audit.did.print-receipt',
  'set-note': 'audit.did.set-note',
  'open-document': 'audit.did.open-document',
  'export-sessions': 'audit.did.export-sessions',
  'export-chart': 'audit.did.export-chart',
  'export-failed-starts': 'audit.did.export-failed-starts',
  'audit.export': 'audit.did.audit.export',
  'settings.change': 'audit.did.settings.change',
  'settings.set-card-rule': 'audit.did.settings.set-card-rule',
  'settings.set-card-label': 'audit.did.settings.set-card-label',
  'settings.set-preferred-card': 'audit.did.settings.set-preferred-card',
  'account.signIn': 'audit.did.account.signIn',
  'account.signOut': 'audit.did.account.signOut',
  deleteContact: 'audit.did.deleteContact',
  'setup.enter': 'audit.did.setup.enter',
  'setup.register': 'audit.did.setup.register',
  'setup.apply': 'audit.did.setup.apply',
  'setup.export': 'audit.did.setup.export',
  'training.enter': 'audit.did.training.enter',
  'training.leave': 'audit.did.training.leave',
  'terminal.relaunch': 'audit.did.terminal.relaunch',
  'terminal.quit': 'audit.did.terminal.quit',
  'alerts.test': 'audit.did.alerts.test',
  'outbox.given-up': 'audit.did.outbox.given-up',
  CreateCard: 'audit.did.CreateCard',
  UpdateCard: 'audit.did.UpdateCard',
  SetFavourites: 'audit.did.SetFavourites',
  UnsetFavourites: 'audit.did.UnsetFavourites',
  UpdateContact: 'audit.did.UpdateContact',
  AcceptLegalDocument: 'audit.did.AcceptLegalDocument',
  RegisterPaymentMethod: 'audit.did.RegisterPaymentMethod',
  CreateSepaContract: 'audit.did.CreateSepaContract',
  UpdateSepaContract: 'audit.did.UpdateSepaContract',
  CreatePostpaidContract: 'audit.did.CreatePostpaidContract',
  UpdatePostpaidContract: 'audit.did.UpdatePostpaidContract',
} as const

/** What was done, in words; an action that nobody knows here as it was noted. */
export function auditWords(action: string, t: DeskTranslate): string {
  return Object.hasOwn(known, action) ? t(known[action as keyof typeof known]) : action
}

/** What else was noted; one that failed says so, with its code. */
export function auditDetails(details: AuditEntry['details'], t: DeskTranslate): string {
  return Object.entries(details)
    .map(([name, value]) => (name === 'failed' ? t('audit.failed', { code: value }) : value))
    .join(', ')
}

/** Whether an entry holds each word of `text`, wherever it stands: in words, as noted, who, of what, details. */
export function auditMatches(entry: AuditEntry, text: string, t: DeskTranslate): boolean {
  const { who, action, subject, details } = entry
  const told = [
    who ?? t('audit.terminal'),
    auditWords(action, t),
    action,
    subject ?? '',
    auditDetails(details, t),
  ]
    .join(' ')
    .toLocaleLowerCase()
  const words = text.toLocaleLowerCase().split(/\s+/)
  return words.every((word) => told.includes(word))
}
