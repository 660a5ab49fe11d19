import type { World } from '../state/world.ts'
import { escaped, page } from './page.ts'
import type { Answer } from './wire.ts'
import { html } from './wire.ts'

/** Where the link in the e-mail leads that a new account gets. */
export const confirmationPath = (token: string): string => `/confirm/${token}`

/** The demo network's mailbox: the e-mails that new accounts have got, newest first. */
export function mailboxPage({ contacts }: World): Answer {
  const mails = contacts.toReversed().flatMap(({ email, confirmationToken }) => {
    if (confirmationToken === null) return []
    const link = confirmationPath(confirmationToken)
    return [`<li>To ${escaped(email)}: <a href="${link}">confirm your e-mail address</a></li>`]
  })
  const list = mails.length > 0 ? `<ul>${mails.join('')}</ul>` : '<p>No e-mails yet.</p>'
  return html(
    page('Demo mailbox', `<p>Demo mailbox: no e-mail is sent.</p><h1>E-mails</h1>${list}`),
  )
}

/** The link in the e-mail has been opened: the address is confirmed. */
export function confirmationPage({ contacts }: World, token: string): Answer | undefined {
  const contact = contacts.find(({ confirmationToken }) => confirmationToken === token)
  if (!contact) return undefined
  contact.isEmailConfirmed = true
  return html(page('E-mail confirmed', '<h1>Your address is confirmed. You can sign in now.</h1>'))
}
