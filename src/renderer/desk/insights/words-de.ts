import type { insightsWords as english } from './words-en.ts'

/** German: figures and busy hours. */
export const insightsWords: Record<keyof typeof english, string> = {
  'insights.title': 'Auswertung',
  'insights.text':
    'Die Ladungen des Kontos an allen seinen Standorten, in Zahlen, wie die Plattform sie nennt.',
  'insights.text.asOf':
    'Die Ladungen des Kontos an allen seinen Standorten, in Zahlen, wie die Plattform sie um {time} nannte.',
  'insights.figures': 'Zahlen nach Zeitraum',
  'insights.frame': 'Zeitraum',
  'insights.frame.today': 'Heute',
  'insights.frame.sevenDays': 'Letzte 7 Tage',
  'insights.frame.thirtyDays': 'Letzte 30 Tage',
  'insights.frame.thisMonth': 'Dieser Monat',
  'insights.frame.lastMonth': 'Letzter Monat',
  'insights.frame.thisYear': 'Dieses Jahr',
  'insights.frame.allTime': 'Insgesamt',
  'insights.sessions': 'Ladungen',
  'insights.count': '{n} Ladung | {n} Ladungen',
  'insights.energy': 'Energie',
  'insights.co2': 'CO₂ gespart',
  'insights.months': 'Energie nach Monat',
  'insights.month': 'Monat',
  'insights.month.sofar': 'bisher',
  'insights.busy': 'Wie belegt eine Station meist ist',
  'insights.busy.text':
    'Der Anteil jeder Stunde, in dem sie belegt ist, in Prozent; der Balken unter jeder Zahl wächst mit ihr.',
  'insights.stations': 'Stationen dieses Standorts',
  'insights.stations.none': 'Die Stationen dieses Standorts sind noch nicht bekannt.',
  'insights.busy.none': 'Die Plattform nennt keine üblichen Zeiten dieser Station.',
  'insights.weekday': 'Wochentag',
  'insights.extremes':
    'Am meisten belegt {busiestDay} um {busiest} ({most}), am wenigsten {quietestDay} um {quietest} ({least}).',
  'insights.alike': 'Zu allen Zeiten etwa gleich.',
}
