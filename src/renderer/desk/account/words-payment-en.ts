/** English: payment, papers, network, deletion. */
export const paymentWords = {
  'payment.register': 'Register a means of payment',
  'payment.register.text':
    'It is registered on the payment provider’s page, on a phone. Nothing of it is typed here.',
  'payment.rate.hint': 'The registration belongs to this rate.',
  'payment.showCode': 'Show the code',
  'payment.scan': 'Scan with the phone of the card’s owner',
  'payment.waiting': 'Waiting for the platform to say that the account can pay …',
  'payment.lookYourself':
    'The account can pay already, so the platform does not tell when this is done. Look again when the phone says so.',
  'payment.look': 'Look again',
  'payment.transaction': 'Transaction {id}',
  'payment.added': 'There is a new means of payment.',
  'payment.noLink': 'The platform delivered no page for this.',
  'payment.noLink.text': 'Please try again, or ask the operator of the network.',
  'payment.has.yes': 'The account can pay: it has a contract or a registered means of payment.',
  'payment.has.no':
    'The account cannot pay yet: it has neither a contract nor a registered means of payment.',
  'payment.has.unknown': 'The platform does not tell whether the account can pay.',
  'payment.registered': 'Registered',
  'payment.registered.none': 'None is registered.',
  'payment.until': 'until {until}',
  'payment.applicable': 'Can be registered',
  'payment.applicable.none': 'The platform offers none.',
  'papers.text':
    'The documents in force. The platform tells for each kind whether it was accepted, but not in which version.',
  'papers.none': 'The platform names no legal documents.',
  'papers.version': 'Version {version}',
  'papers.read': 'Scan to read it',
  'papers.accepted': 'Accepted',
  'papers.open': 'Not accepted yet',
  'papers.unknown': 'Not told',
  'papers.accept': 'Accept',
  'papers.accept.title': 'Accept {name}, version {version}?',
  'papers.accept.text': 'You accept it in the name of the account. Please read it first.',
  'tenant.settings': 'Settings of the network',
  'tenant.settings.text': 'As the operator has set them; all of them are texts.',
  'tenant.settings.none': 'The platform tells none.',
  'tenant.settings.notFound': 'Nothing fits the search.',
  'tenant.currencies': 'Currencies',
  'tenant.currencies.text': 'The account may be held in one of them: see Contact.',
  'tenant.currencies.none': 'The platform tells none.',
  'danger.title': 'Delete the account',
  'danger.text':
    'The account is deleted at the platform, for every terminal and every app that uses it. Nothing brings it back. Lost are:',
  'danger.loss.cards': 'its cards: nobody can charge with them any more',
  'danger.loss.contracts': 'its contracts, bank account and means of payment',
  'danger.loss.history': 'the list of its charges and its documents',
  'danger.loss.terminal':
    'the sign-in of this terminal: guests cannot charge until somebody signs in',
  'danger.running':
    '{n} charge is running on this account. | {n} charges are running on this account.',
  'danger.running.text':
    'Please stop it first: once the account is gone, nobody can. | Please stop them first: once the account is gone, nobody can.',
  'danger.type': 'To go on, type the account’s e-mail address:',
  'danger.confirmation': 'E-mail address of the account',
  'danger.differs': 'That is not the address of this account.',
  'danger.unknown':
    'Whether the account was deleted may not be known: open this section again to see.',
  'danger.delete': 'Delete the account for good',
} as const
