/** Swedish: the way to the desk, and what the desk must allow. */
export const staffWords = {
  'app.staff': 'Personal',
  'training.frame': 'Övning: inget här är på riktigt',
  'staff.title': 'För personalen',
  'staff.text': 'Ange din PIN-kod.',
  'staff.typed': '{count} siffror',
  'staff.demo': 'Demo: PIN {staff} för personal, {manager} för ledningen.',
  'staff.setup': 'Ställ in denna terminal',
  'approve.text': 'Personalen tillåter starten med sin PIN-kod, här på denna skärm.',
  'approve.ask': 'Fråga receptionen',
  'approve.title': 'Väntar på receptionen',
  'approve.left': 'kvar för receptionens svar',
  'approve.here': 'Personal: svara här',
  'approve.withdraw': 'Dra tillbaka frågan',
  'approve.declined': 'Receptionen tillät inte starten.',
  'approve.expired': 'Ingen svarade i tid.',
} as const
