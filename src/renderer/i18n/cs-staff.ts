/** Czech: the way to the desk, and what the desk must allow. */
export const staffWords = {
  'app.staff': 'Personál',
  'training.frame': 'Cvičení: nic zde není skutečné',
  'staff.title': 'Pro personál',
  'staff.text': 'Zadejte prosím svůj PIN.',
  'staff.typed': '{count} číslic',
  'staff.demo': 'Demo: PIN {staff} pro personál, {manager} pro vedení.',
  'staff.setup': 'Nastavit tento terminál',
  'approve.text': 'Personál povolí toto spuštění svým PINem zde na této obrazovce.',
  'approve.ask': 'Požádat recepci',
  'approve.title': 'Čeká se na recepci',
  'approve.left': 'zbývá recepci na odpověď',
  'approve.here': 'Personál: odpovědět zde',
  'approve.withdraw': 'Stáhnout žádost',
  'approve.declined': 'Recepce toto spuštění nepovolila.',
  'approve.expired': 'Nikdo včas neodpověděl.',
} as const
