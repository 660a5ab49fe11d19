/** Texts that a platform may deliver, and that have broken screens before. None has a word that a screen must not show. */
export const HOSTILE_TEXTS: readonly string[] = [
  '',
  '   ',
  '\u202etxt.exe',
  '<img src=x onerror=alert(1)>',
  '{{ count }} {0} %s',
  '../../etc/passwd',
  'javascript:alert(1)',
  'https://example.com/a?b=c&d=%22e%22',
  'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen',
  'المحطة الشرقية',
  '東側充電ステーション三番',
  '🔌⚡👩‍👩‍👧',
  'line\nbreak\ttab',
  'O’Brien & Söhne "Garage"',
  `A long sentence that goes on and on, ${'and on, '.repeat(30)}and ends.`,
]

/** As numbers they are allowed; as readings they cannot be. */
export const HOSTILE_NUMBERS: readonly number[] = [
  0,
  -1,
  -1.5,
  0.1 + 0.2,
  1e-7,
  101,
  1e9 + 1,
  2 ** 31 - 1,
  -(2 ** 31) + 1,
  1e21,
  1e308,
]

/** What stands where an instant is promised. */
export const HOSTILE_INSTANTS: readonly string[] = [
  '',
  'not a date',
  '0000-00-00 00:00:00',
  '0001-01-01T00:00:00.000Z',
  '1970-01-01T00:00:00Z',
  '2024-02-30T25:61:00Z',
  '2024-03-15 08:30',
  '9999-12-31T23:59:59.999Z',
  '1710491400000',
]
