import { profileWords } from '../../account/words-en.ts'
import { contactWords } from './words-contact-en.ts'
import { paymentWords } from './words-payment-en.ts'

/** English: the account. */
export const accountWords = {
  ...profileWords,
  ...contactWords,
  ...paymentWords,
  'account.title': 'Account',
  'account.tabs': 'Parts of the account',
  'account.tab.contact': 'Contact',
  'account.tab.contracts': 'Contracts',
  'account.tab.payment': 'Payment',
  'account.tab.legal': 'Legal',
  'account.tab.tenant': 'Network',
  'account.tab.danger': 'Delete',
  'account.who': 'Signed in as {username} at {endpoint}',
  'account.anonymous': 'Signed in without an account at {endpoint}',
  'account.anonymous.title': 'This terminal works without an account.',
  'account.anonymous.text':
    'It shows the site and starts nothing. Sign in to see contact, contracts and payment here.',
  'account.endpoint': 'Charging network: {endpoint}',
  'account.username': 'User name',
  'account.password': 'Password',
  'account.signIn': 'Sign in',
  'account.signInAgain': 'Sign in again',
  'account.signInAgain.text':
    'With a new password, or as another account. If it is refused, everything stays as it is.',
  'account.signOut': 'Sign out',
  'account.signOut.title': 'Sign this terminal out?',
  'account.signOut.text':
    'Until somebody signs in again, nobody can start or stop a charge here, and the board shows no live values.',
  'account.signOut.running':
    '{n} charge is running: it goes on, and can only be ended at the car. | {n} charges are running: they go on, and can only be ended at the cars.',
  'account.notLasting':
    'This machine protects no secrets: at the next launch, the account of the settings counts again.',
  'account.signedOut': 'This terminal is signed out.',
  'account.signedOut.text':
    'Nobody can start or stop a charge here until somebody signs in. A new account is registered in set-up.',
  'account.signedOut.unconfirmed':
    'The terminal has forgotten the sign-in, but the platform has not confirmed its end: there it may go on for a while.',
  'account.removed': 'The account has been deleted.',
  'account.removed.text': 'The platform has confirmed it. Sign in with another account to go on.',
  'account.partial': 'Not everything could be read.',
  'account.partial.text': 'What is missing here may still be there at the platform.',
  'account.answer.good': 'The platform has accepted it.',
  'account.answer.bad': 'The platform has refused it.',
  'account.answer': 'Its answer: {told}',
  'account.answer.none': 'It said nothing more.',
  'form.problems': 'Something is missing or not right: see the fields above.',
  'form.revert': 'Undo changes',
} as const
