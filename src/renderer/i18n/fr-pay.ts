import type { payWords as english } from './en-pay.ts'

/** French: paying by phone, the own card, the stop code, and what the guest takes along. */
export const payWords: Record<keyof typeof english, string> = {
  'pay.title': 'Payez sur votre téléphone',
  'pay.text': 'Scannez le code avec l’appareil photo de votre téléphone. Cet écran suit tout seul.',
  'pay.code': 'Code vers la page de paiement',
  'pay.preparing': 'La page de paiement se prépare…',
  'pay.amount': '{amount} sont bloqués',
  'pay.left': 'pour payer',
  'pay.paid': 'Paiement confirmé. Un instant, s’il vous plaît.',
  'pay.refused': 'Le paiement a été refusé',
  'pay.overdue': 'Pas payé à temps',
  'pay.hold.none': 'Rien n’a été bloqué.',
  'pay.hold.released':
    'Le montant bloqué est libéré. Votre banque peut mettre quelques jours à l’afficher.',
  'pay.hold.may-remain':
    'Le montant peut rester bloqué un moment. Le réseau de recharge le libère si rien n’est chargé ; votre banque peut mettre quelques jours à l’afficher.',
  'pay.idle': 'Prenez votre temps : cet écran reste {minutes} minutes.',

  'rfid.title': 'Recharge avec votre carte',
  'rfid.status': 'État',
  'rfid.elapsed': 'Durée',
  'rfid.told':
    'Énergie et reçu viennent du fournisseur de votre carte. Nous ne pouvons pas les voir ici.',
  'rfid.stop': 'Pour arrêter : présentez la même carte au lecteur. Puis maintenez appuyé ici.',
  'rfid.stopOff': 'Pour arrêter, présentez la même carte au lecteur de ce terminal.',

  'code.title.charge': 'Votre code d’arrêt',
  'code.title.start': 'Votre code',
  'code.text.charge':
    'Il vous faut ce code pour arrêter ici ou pour votre reçu. Le code du démarrage convient aussi.',
  'code.text.start': 'Retenez-le : il vous ramène ici et ouvre votre recharge.',
  'code.photo': 'Prenez-le en photo maintenant. Il ne sera plus affiché.',
  'code.read.charge': 'Votre code d’arrêt est {digits}.',
  'code.read.start': 'Votre code est {digits}.',

  'claim.title': 'Prise {number}',
  'claim.subtitle.charge': 'Montrez que cette recharge est la vôtre',
  'claim.subtitle.receipt': 'Votre reçu, encore une fois',
  'claim.enter': 'Saisissez votre code d’arrêt',
  'claim.typed': '{count} chiffres sur {total}',
  'claim.wait': 'Vous pourrez réessayer dans {time}.',

  'sum.unplug': 'Fin de recharge : veuillez débrancher',
  'sum.unplug.text': 'La prise est libre pour les autres dès que le câble est retiré.',
  'sum.take': 'À emporter',
  'sum.documentCode': 'Scannez pour votre facture',
  'sum.noDocument': 'Facture : non disponible',
  'sum.documentAwaited': 'Facture : en attente',
  'sum.calibrationCode': 'Scannez pour les données d’étalonnage',
  'sum.noCalibration': 'Données d’étalonnage : non disponibles',
  'sum.print': 'Imprimer',
  'sum.printing': 'Impression…',
  'sum.printed': 'Votre reçu est imprimé.',
}
