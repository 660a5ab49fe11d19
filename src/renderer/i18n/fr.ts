import type { Messages } from './en.ts'
import { chooseWords } from './fr-choose.ts'
import { connectorWords } from './fr-connector.ts'
import { errorWords } from './fr-errors.ts'
import { payWords } from './fr-pay.ts'
import { staffWords } from './fr-staff.ts'
import { findWords } from './fr-find.ts'
import { chargingWords } from './fr-charging.ts'
import { frenchSpaces } from './typesetting.ts'

/** Every French text of the guest screens. */
export const fr: Messages = frenchSpaces({
  ...connectorWords,
  ...chargingWords,
  ...chooseWords,
  ...payWords,
  ...errorWords,
  ...findWords,
  ...staffWords,
  'app.title': 'Recharge électrique',
  'app.back': 'Retour',
  'app.cancel': 'Annuler',
  'app.close': 'Fermer',
  'app.done': 'Terminé',
  'app.help': 'Aide',
  'app.retry': 'Réessayer',
  'app.loading': 'Un instant, s’il vous plaît…',
  'app.asOf': 'état à {time}',
  'app.asOfDay': 'état au {date}',
  'app.notTold': 'non indiqué',
  'app.language': 'Langue',
  'app.display': 'Affichage',
  'app.dark': 'Affichage sombre',
  'app.light': 'Affichage clair',
  'app.contrast': 'Contraste élevé',

  'board.free': 'Prise libre : {free} sur {total} | Prises libres : {free} sur {total}',
  'board.lastKnown': 'dernier état connu à {time}',
  'board.connecting': 'Connexion au réseau de recharge…',
  'board.plugs': 'Prises',
  'board.empty.title': 'Aucune prise à afficher ici',
  'board.empty.text':
    'Le réseau de recharge ne connaît aucun point de recharge pour ce site. Personnel : veuillez vérifier le site dans les réglages.',
  'board.untold.title': 'Les prises ne sont pas indiquées',
  'board.untold.text':
    'Le réseau de recharge n’a pas dit quelles prises se trouvent ici. Cet écran redemande tout seul. Si cela dure, adressez-vous au personnel.',
  'board.trouble.title': 'La recharge n’est pas possible ici pour le moment',
  'board.trouble.staff': 'Pour le personnel',
  'board.trouble.code': 'Code {code}',
  'board.demo': 'Démonstration : rien ici n’est réel ni ne coûte quoi que ce soit.',

  'lost.title': 'Pas de connexion depuis {time}.',
  'lost.titleDay': 'Pas de connexion depuis le {date}.',
  'lost.text': 'L’affichage peut être ancien. Impossible de démarrer une recharge pour le moment.',

  'idle.title': 'Êtes-vous encore là ?',
  'idle.text': 'Cet écran se ferme tout seul dans {seconds} s. Une recharge en cours continue.',
  'idle.stay': 'Je suis encore là',
  'idle.leave': 'Fermer maintenant',

  'help.title': 'Aide',
  'help.plug': 'Vous êtes à la prise {number}.',
  'help.call': 'Appeler la réception',
  'help.callOperator': 'Appeler l’exploitant de la borne',
  'help.desk': 'La réception vous aide volontiers. Donnez-lui le numéro de votre prise.',
  'help.stuck.title': 'Le câble est bloqué',
  'help.stuck.text':
    'Arrêtez d’abord la recharge. Déverrouillez ensuite votre voiture : la plupart ne libèrent le câble qu’une fois déverrouillées. Ne tirez jamais de force.',
  'help.notStarting.title': 'Cela ne démarre pas',
  'help.notStarting.text':
    'Enfoncez la fiche jusqu’au clic, aux deux extrémités. Si cela n’aide pas, choisissez une autre prise.',
  'help.code.title': 'Vous avez oublié votre code',
  'help.code.text':
    'La réception reconnaît votre recharge à la prise et à l’heure de début, et l’arrête pour vous. Vous pouvez aussi l’arrêter sur votre voiture.',
  'help.error.title': 'Ce qui ne va pas maintenant',
  'help.leave.title': 'Puis-je partir ?',
  'help.leave.text': 'Oui. Votre voiture continue à charger quand cet écran se ferme.',
  'help.code': 'Pour la réception : code {code}',
})
