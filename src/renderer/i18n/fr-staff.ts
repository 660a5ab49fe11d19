/** French: the way to the desk, and what the desk must allow. */
export const staffWords = {
  'app.staff': 'Personnel',
  'training.frame': 'Exercice : rien n’est réel ici',
  'staff.title': 'Pour le personnel',
  'staff.text': 'Veuillez saisir votre code PIN.',
  'staff.typed': '{count} chiffres',
  'staff.demo': 'Démo : PIN {staff} pour le personnel, {manager} pour la direction.',
  'staff.setup': 'Configurer ce terminal',
  'approve.text': 'Le personnel autorise ce démarrage avec son code PIN, ici sur cet écran.',
  'approve.ask': 'Demander à la réception',
  'approve.title': 'En attente de la réception',
  'approve.left': 'pour la réponse de la réception',
  'approve.here': 'Personnel : répondre ici',
  'approve.withdraw': 'Retirer la demande',
  'approve.declined': 'La réception n’a pas autorisé ce démarrage.',
  'approve.expired': 'Personne n’a répondu à temps.',
} as const
