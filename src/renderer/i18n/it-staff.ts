/** Italian: the way to the desk, and what the desk must allow. */
export const staffWords = {
  'app.staff': 'Personale',
  'training.frame': 'Esercitazione: qui nulla è reale',
  'staff.title': 'Per il personale',
  'staff.text': 'Inserisca il Suo PIN.',
  'staff.typed': '{count} cifre',
  'staff.demo': 'Demo: PIN {staff} per il personale, {manager} per la direzione.',
  'staff.setup': 'Configura questo terminale',
  'approve.text': 'Il personale autorizza questo avvio con il proprio PIN, qui su questo schermo.',
  'approve.ask': 'Chiedi alla reception',
  'approve.title': 'In attesa della reception',
  'approve.left': 'per la risposta della reception',
  'approve.here': 'Personale: rispondere qui',
  'approve.withdraw': 'Ritira la richiesta',
  'approve.declined': 'La reception non ha autorizzato questo avvio.',
  'approve.expired': 'Nessuno ha risposto in tempo.',
} as const
