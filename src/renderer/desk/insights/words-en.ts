/** English: figures and busy hours. */
export const insightsWords = {
  'insights.title': 'Insights',
  'insights.text':
    'The account’s sessions at all its sites, in figures as the platform tells them.',
  'insights.text.asOf':
    'The account’s sessions at all its sites, in figures as the platform told them at {time}.',
  'insights.figures': 'Figures by time frame',
  'insights.frame': 'Time frame',
  'insights.frame.today': 'Today',
  'insights.frame.sevenDays': 'Last 7 days',
  'insights.frame.thirtyDays': 'Last 30 days',
  'insights.frame.thisMonth': 'This month',
  'insights.frame.lastMonth': 'Last month',
  'insights.frame.thisYear': 'This year',
  'insights.frame.allTime': 'All time',
  'insights.sessions': 'Sessions',
  'insights.count': '{n} session | {n} sessions',
  'insights.energy': 'Energy',
  'insights.co2': 'CO₂ saved',
  'insights.months': 'Energy by month',
  'insights.month': 'Month',
  'insights.month.sofar': 'so far',
  'insights.busy': 'How busy a station usually is',
  'insights.busy.text':
    'The share of each hour in which it is in use, in per cent; the bar below each figure grows with it.',
  'insights.stations': 'Stations of this site',
  'insights.stations.none': 'The stations of this site are not known yet.',
  'insights.busy.none': 'The platform tells no usual hours of this station.',
  'insights.weekday': 'Weekday',
  'insights.extremes':
    'Busiest on {busiestDay} at {busiest} ({most}), quietest on {quietestDay} at {quietest} ({least}).',
  'insights.alike': 'About the same at all hours.',
} as const
