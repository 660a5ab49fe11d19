import type { findWords as english } from './en-find.ts'

/** French: finding a plug, a station's page, the reader, the ways to see and reach the screen. */
export const findWords: Record<keyof typeof english, string> = {
  'filter.name': 'Quelles prises afficher',
  'filter.free': 'Libres seulement',
  'filter.plug': 'Type de prise',
  'filter.power': 'Puissance',
  'filter.powerFrom': '{power} et plus',
  'filter.current': 'AC ou DC',
  'filter.all': 'Tout afficher',
  'filter.count': 'Prise affichée : {shown} sur {total} | Prises affichées : {shown} sur {total}',
  'filter.none.title': 'Aucune prise de ce type',
  'filter.none.text':
    'Aucune prise de ce site ne correspond à votre choix. Choisissez moins de critères ou regardez toutes les prises.',
  'filter.none.all': 'Afficher toutes les prises',

  'find.open': 'Trouver une prise',
  'find.title': 'Trouver une prise',
  'find.hint': 'Le numéro sur l’autocollant ou l’identifiant EVSE.',
  'find.hint.reader': 'Vous pouvez aussi présenter le QR code de la borne au lecteur.',
  'find.keys': 'Clavier',
  'find.clear': 'Effacer',
  'find.found': '{n} prise trouvée | {n} prises trouvées',
  'find.more': 'et {n} de plus : saisissez un caractère de plus',
  'find.none.title': 'Rien trouvé',
  'find.none.text':
    'Aucune prise de ce site n’a ce numéro ou cet identifiant EVSE. Vérifiez l’autocollant ou regardez toutes les prises.',
  'find.lookUp': 'Chercher cet identifiant EVSE',
  'find.looking': 'Recherche…',

  'station.title': 'Borne de recharge',
  'station.more': 'En savoir plus sur cette borne',
  'station.failed':
    'Les détails de cette borne ne peuvent pas être affichés pour le moment. Les prises ci-dessous marchent comme d’habitude.',
  'station.onTheSpot':
    'Cette borne ne peut pas être démarrée d’ici. Veuillez la démarrer sur la borne elle-même.',
  'station.way': 'Le chemin vers la prise',
  'station.way.text': 'Scannez le code : la carte de votre téléphone montre l’endroit.',
  'station.plugs': 'Prises de cette borne',
  'station.pictures': 'Photos de cette borne',
  'station.picture': 'Photo {number} sur {count} de cette borne',
  'station.opening': 'Horaires d’ouverture',
  'station.operating': 'Horaires de recharge',
  'station.open': 'Ouvert maintenant',
  'station.closed': 'Fermé maintenant',
  'station.closedDay': 'Fermé',
  'station.allDay': 'Ouvert toute la journée',
  'station.today': '{day} (aujourd’hui)',
  'station.exceptions': 'Jours particuliers',
  'station.exception.open': 'Ouvert : du {from} au {to}',
  'station.exception.closed': 'Fermé : du {from} au {to}',
  'station.maintenance': 'Entretien',
  'station.maintenance.plug': 'Prise {number} : du {from} au {to}',
  'station.maintenance.from': 'Prise {number} : à partir du {from}',
  'station.maintenance.until': 'Prise {number} : jusqu’au {to}',
  'station.contact': 'Contact',
  'station.phone': 'Téléphone',
  'station.email': 'E-mail',
  'station.busy': 'Affluence habituelle : {day}',
  'station.busy.text':
    'En général le plus d’affluence vers {busiest} ({most}), le moins vers {quietest} ({least}).',
  'station.busy.now': 'Maintenant',
  'station.busy.gaps': 'Les heures sans barre ne sont pas indiquées.',

  'reader.unknown': 'Cette carte ne sert à rien ici.',
  'reader.unknown.next':
    'Pour recharger avec elle, touchez d’abord votre prise, puis présentez la carte au lecteur.',
  'reader.elsewhere': 'Ce code ne vient pas d’une borne de ce site.',
  'reader.elsewhere.next': 'Choisissez votre prise à l’écran, par le numéro de son autocollant.',
  'reader.unreadable': 'Le lecteur n’a pas pu lire cela.',
  'reader.unreadable.next': 'Veuillez présenter encore une fois la carte ou le code au lecteur.',

  'app.largeText': 'Grands caractères',
  'app.lowReach': 'Tout à portée de main en bas',
  'app.languages': 'Autres langues',
  'app.languages.title': 'Choisissez une langue',
}
