/** Dutch: the way to the desk, and what the desk must allow. */
export const staffWords = {
  'app.staff': 'Personeel',
  'training.frame': 'Oefening: niets is hier echt',
  'staff.title': 'Voor het personeel',
  'staff.text': 'Voer uw pincode in.',
  'staff.typed': '{count} cijfers',
  'staff.demo': 'Demo: pincode {staff} voor personeel, {manager} voor de leiding.',
  'staff.setup': 'Deze terminal instellen',
  'approve.text': 'Een medewerker staat deze start toe met een pincode, hier op dit scherm.',
  'approve.ask': 'Vraag de receptie',
  'approve.title': 'Wachten op de receptie',
  'approve.left': 'voor het antwoord van de receptie',
  'approve.here': 'Personeel: hier antwoorden',
  'approve.withdraw': 'Verzoek intrekken',
  'approve.declined': 'De receptie heeft deze start niet toegestaan.',
  'approve.expired': 'Niemand heeft op tijd geantwoord.',
} as const
