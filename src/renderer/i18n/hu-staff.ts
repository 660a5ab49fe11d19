/** Hungarian: the way to the desk, and what the desk must allow. */
export const staffWords = {
  'app.staff': 'Személyzet',
  'training.frame': 'Gyakorlás: itt semmi sem valódi',
  'staff.title': 'A személyzetnek',
  'staff.text': 'Kérjük, adja meg a PIN-kódját.',
  'staff.typed': '{count} számjegy',
  'staff.demo': 'Demó: PIN {staff} a személyzetnek, {manager} a vezetőségnek.',
  'staff.setup': 'A terminál beállítása',
  'approve.text': 'A személyzet a PIN-kódjával engedélyezi ezt az indítást, itt ezen a képernyőn.',
  'approve.ask': 'A recepció megkérdezése',
  'approve.title': 'Várakozás a recepcióra',
  'approve.left': 'maradt a recepció válaszára',
  'approve.here': 'Személyzet: itt válaszoljon',
  'approve.withdraw': 'Kérés visszavonása',
  'approve.declined': 'A recepció nem engedélyezte ezt az indítást.',
  'approve.expired': 'Senki sem válaszolt időben.',
} as const
