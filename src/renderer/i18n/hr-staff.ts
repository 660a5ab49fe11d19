/** Croatian: the way to the desk, and what the desk must allow. */
export const staffWords = {
  'app.staff': 'Osoblje',
  'training.frame': 'Vježba: ovdje ništa nije stvarno',
  'staff.title': 'Za osoblje',
  'staff.text': 'Unesite svoj PIN.',
  'staff.typed': 'Znamenke: {count}',
  'staff.demo': 'Demo: PIN {staff} za osoblje, {manager} za upravu.',
  'staff.setup': 'Postavi ovaj terminal',
  'approve.text': 'Osoblje dopušta ovo pokretanje svojim PIN-om, ovdje na ovom zaslonu.',
  'approve.ask': 'Pitaj recepciju',
  'approve.title': 'Čeka se recepcija',
  'approve.left': 'za odgovor recepcije',
  'approve.here': 'Osoblje: odgovorite ovdje',
  'approve.withdraw': 'Povuci zahtjev',
  'approve.declined': 'Recepcija nije dopustila ovo pokretanje.',
  'approve.expired': 'Nitko nije odgovorio na vrijeme.',
} as const
