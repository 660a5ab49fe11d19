import type { chooseWords as english } from './en-choose.ts'

/** French: choosing what to charge with, how much is held, packages, and where to stop. */
export const chooseWords: Record<keyof typeof english, string> = {
  'choose.kind.phone': 'Payer par téléphone',
  'choose.kind.free': 'Recharge gratuite',
  'choose.free.text': 'Il n’y a rien à payer ici. Touchez « Démarrer la recharge », c’est tout.',
  'choose.phone.text': 'Vous scannez un code et payez sur votre propre téléphone.',
  'choose.booking.text':
    'Pour les clients avec réservation : il vous faut votre numéro de chambre ou de réservation.',
  'choose.desk.text': 'Adressez-vous à la réception : elle démarre la recharge pour vous.',
  'choose.roaming.text': 'Carte d’un partenaire : le coût peut différer du prix indiqué ici.',
  'choose.cardEnds': 'Cette carte est valable jusqu’au {time}.',
  'choose.noCurrency':
    'Indisponible : le réseau de recharge n’indique pas dans quelle devise un montant serait bloqué. Veuillez choisir un autre moyen.',
  'choose.example': '{energy} ≈ {cost} (env.)',
  'choose.example.read': 'Exemple : {energy} coûtent environ {cost}.',
  'choose.missing.option': 'Choisissez comment recharger',
  'choose.missing.hold': 'Choisissez le montant à bloquer',
  'choose.missing.booking': 'Saisissez votre numéro de réservation',
  'choose.pay': 'Aller au paiement',

  'hold.title': 'Quel montant peut être bloqué ?',
  'hold.text':
    'Le montant est seulement bloqué sur votre moyen de paiement, pas débité. Après la recharge, vous payez ce qu’elle a coûté et le reste est libéré. Votre banque peut mettre quelques jours à l’afficher.',
  'hold.one': '{amount} sont bloqués',
  'hold.blocked':
    'Un montant est peut-être encore bloqué pour cette prise. Un autre est possible à partir de {time}. D’ici là, choisissez un autre moyen ou une autre prise.',

  'package.title': 'Forfaits',
  'package.none': 'Sans forfait',
  'package.none.text': 'Vous payez selon le prix ci-dessus.',
  'package.name': 'Forfait {n}',
  'package.stop': 'S’arrête tout seul après {time}',
  'package.runtime': 'Dure {time}',
  'package.energy': 'Énergie avec ce forfait : {price}',
  'package.noRate': 'Le réseau de recharge n’indique pas ce que coûte l’énergie avec ce forfait.',
  'package.noPrice': 'Pas en vente : le réseau de recharge n’indique aucun prix.',
  'package.noCurrency': 'Pas en vente : le réseau de recharge n’indique pas la devise du prix.',

  'target.title': 'Quand arrêter',
  'target.none': 'Charger complètement',
  'target.time': 'Durée',
  'target.energy': 'Énergie',
  'target.charge': 'Batterie',
  'target.less': 'Moins',
  'target.more': 'Plus',
  'target.time.text': 'Le réseau de recharge arrête la recharge tout seul.',
  'target.watched':
    'Ce terminal surveille et arrête la recharge, mais seulement tant qu’il est allumé et connecté.',
  'target.charge.text':
    'Ne marche que si votre voiture indique le niveau de sa batterie. Beaucoup ne le font pas sur les prises AC.',
  'target.shown': 'S’arrête à {value}',
  'target.shown.time': 'S’arrête après {value}',

  'booking.title': 'Votre numéro de chambre ou de réservation',
  'booking.text': 'Tel qu’il figure sur votre réservation ou votre carte de chambre.',
  'booking.enter': 'Saisir le numéro de réservation',
  'booking.change': 'Numéro de réservation : {reference}',
  'booking.done': 'Utiliser ce numéro',

  'own.title': 'Votre propre carte de recharge',
  'own.text':
    'Présentez votre carte au lecteur. Prix, énergie et reçu viennent du fournisseur de votre carte.',

  'legal.title': 'Avant de démarrer',
  'legal.terms': 'Conditions générales',
  'legal.privacy': 'Protection des données',
  'legal.failed':
    'Les conditions et la protection des données ne peuvent pas être affichées pour le moment. La réception les a.',
  'code.tooLong': 'Ce lien est trop long pour un code. La réception peut vous aider.',
  'code.noLink': 'Le réseau de recharge n’a donné aucun lien qui puisse être affiché ici.',

  'keys.erase': 'Effacer le dernier caractère',
}
