/** Polish: the way to the desk, and what the desk must allow. */
export const staffWords = {
  'app.staff': 'Personel',
  'training.frame': 'Ćwiczenia: nic tu nie jest prawdziwe',
  'staff.title': 'Dla personelu',
  'staff.text': 'Proszę podać swój PIN.',
  'staff.typed': 'Cyfry: {count}',
  'staff.demo': 'Demo: PIN {staff} dla personelu, {manager} dla kierownictwa.',
  'staff.setup': 'Skonfiguruj ten terminal',
  'approve.text': 'Personel zezwala na to uruchomienie swoim PIN-em, tutaj na tym ekranie.',
  'approve.ask': 'Zapytaj recepcję',
  'approve.title': 'Oczekiwanie na recepcję',
  'approve.left': 'na odpowiedź recepcji',
  'approve.here': 'Personel: odpowiedz tutaj',
  'approve.withdraw': 'Wycofaj prośbę',
  'approve.declined': 'Recepcja nie zezwoliła na to uruchomienie.',
  'approve.expired': 'Nikt nie odpowiedział na czas.',
} as const
