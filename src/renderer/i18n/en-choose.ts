/** English: choosing what to charge with, how much is held, packages, and where to stop. */
export const chooseWords = {
  'choose.kind.phone': 'Pay by phone',
  'choose.kind.free': 'Free charging',
  'choose.free.text': 'There is nothing to pay here. Touch “Start charging”, that is all.',
  'choose.phone.text': 'You scan a code and pay on your own phone.',
  'choose.booking.text': 'For guests with a booking: you need your room or booking number.',
  'choose.desk.text': 'Please ask the front desk: they start this for you.',
  'choose.roaming.text': 'A partner’s card: what it costs may differ from the price here.',
  'choose.cardEnds': 'This card is valid until {time}.',
  'choose.noCurrency':
    'Not available: the charging network does not say in which currency an amount would be held. Please choose another way.',
  'choose.example': '{energy} ≈ {cost} (approx.)',
  'choose.example.read': 'Example: {energy} cost about {cost}.',
  'choose.missing.option': 'Choose what to charge with',
  'choose.missing.hold': 'Choose the amount to hold',
  'choose.missing.booking': 'Enter your booking number',
  'choose.pay': 'Go to the payment',

  'hold.title': 'How much may be held?',
  'hold.text':
    'The amount is only held on your means of payment, not taken. After the charge you pay what it cost, and the rest is released. Your bank may need some days to show that.',
  'hold.one': '{amount} is held',
  'hold.blocked':
    'An amount may still be held for this plug. Another one is possible from {time}. Until then please choose another way or another plug.',

  'package.title': 'Packages',
  'package.none': 'No package',
  'package.none.text': 'You pay by the price above.',
  'package.name': 'Package {n}',
  'package.stop': 'Stops by itself after {time}',
  'package.runtime': 'Lasts {time}',
  'package.energy': 'Energy with it: {price}',
  'package.noRate': 'The charging network does not say what energy costs with it.',
  'package.noPrice': 'Not on sale: the charging network names no price for it.',
  'package.noCurrency':
    'Not on sale: the charging network does not say in which currency the price is.',

  'target.title': 'When to stop',
  'target.none': 'Charge until full',
  'target.time': 'Time',
  'target.energy': 'Energy',
  'target.charge': 'Battery',
  'target.less': 'Less',
  'target.more': 'More',
  'target.time.text': 'The charging network stops the charge by itself.',
  'target.watched':
    'This terminal watches it and stops the charge, but only while it is running and connected.',
  'target.charge.text':
    'Works only if your car tells its battery level. Many do not with AC plugs.',
  'target.shown': 'Stops at {value}',
  'target.shown.time': 'Stops after {value}',

  'booking.title': 'Your room or booking number',
  'booking.text': 'As it stands on your booking or room card.',
  'booking.enter': 'Enter booking number',
  'booking.change': 'Booking number: {reference}',
  'booking.done': 'Use this number',

  'own.title': 'Your own charging card',
  'own.text':
    'Hold your card to the reader. Price, energy and receipt come from the provider of your card.',

  'legal.title': 'Before you start',
  'legal.terms': 'Terms and conditions',
  'legal.privacy': 'Privacy policy',
  'legal.failed': 'Terms and privacy policy cannot be shown right now. The front desk has them.',
  'code.tooLong': 'This link is too long for a code. The front desk can help.',
  'code.noLink': 'The charging network gave no link that may be shown here.',

  'keys.erase': 'Delete the last one',
} as const
