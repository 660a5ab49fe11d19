/** Slovenian: the way to the desk, and what the desk must allow. */
export const staffWords = {
  'app.staff': 'Osebje',
  'training.frame': 'Vaja: tukaj ni nič resnično',
  'staff.title': 'Za osebje',
  'staff.text': 'Vnesite svoj PIN.',
  'staff.typed': 'Števke: {count}',
  'staff.demo': 'Demo: PIN {staff} za osebje, {manager} za vodstvo.',
  'staff.setup': 'Nastavi ta terminal',
  'approve.text': 'Osebje dovoli ta začetek s svojim PIN-om, tukaj na tem zaslonu.',
  'approve.ask': 'Vprašaj recepcijo',
  'approve.title': 'Čakanje na recepcijo',
  'approve.left': 'za odgovor recepcije',
  'approve.here': 'Osebje: odgovorite tukaj',
  'approve.withdraw': 'Umakni prošnjo',
  'approve.declined': 'Recepcija tega začetka ni dovolila.',
  'approve.expired': 'Nihče ni pravočasno odgovoril.',
} as const
