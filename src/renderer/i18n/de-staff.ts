/** German: the way to the desk, and what the desk must allow. */
export const staffWords = {
  'app.staff': 'Personal',
  'training.frame': 'Übung: nichts hier ist echt',
  'staff.title': 'Für das Personal',
  'staff.text': 'Bitte geben Sie Ihre PIN ein.',
  'staff.typed': '{count} Ziffern',
  'staff.demo': 'Demo: PIN {staff} für das Personal, {manager} für die Leitung.',
  'staff.setup': 'Dieses Terminal einrichten',
  'approve.text': 'Das Personal erlaubt diesen Start mit seiner PIN, hier an diesem Bildschirm.',
  'approve.ask': 'Die Rezeption fragen',
  'approve.title': 'Warten auf die Rezeption',
  'approve.left': 'bleiben der Rezeption für eine Antwort',
  'approve.here': 'Personal: hier antworten',
  'approve.withdraw': 'Anfrage zurückziehen',
  'approve.declined': 'Die Rezeption hat diesen Start nicht erlaubt.',
  'approve.expired': 'Niemand hat rechtzeitig geantwortet.',
} as const
