import { describe, expect, it } from 'vitest'
import { openAt } from '#common/open-at.ts'
import { hoursFrom, type OpeningTimes } from '#common/opening-hours.ts'

const VIENNA = 'Europe/Vienna'
const NEW_YORK = 'America/New_York'
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6]
const WORKDAYS = [1, 2, 3, 4, 5]

const table = (
  weekdays: readonly number[],
  begin: string,
  end: string,
): NonNullable<OpeningTimes['regularHours']> =>
  weekdays.map((weekday) => ({ weekday, operatingHours: { begin, end } }))

/** `open until …`, `closed until …` in UTC; null where nothing is claimed. */
function claimed(
  times: OpeningTimes | readonly OpeningTimes[],
  at: string,
  zone = VIENNA,
): string | null {
  const kinds = [times]
    .flat()
    .map(hoursFrom)
    .filter((hours) => hours !== null)
  const state = openAt(kinds, Date.parse(at), zone)
  if (!state) return null
  const { isOpen, changesAtMs } = state
  const until = changesAtMs === null ? '' : ` until ${new Date(changesAtMs).toISOString()}`
  return `${isOpen ? 'open' : 'closed'}${until.replace(':00.000Z', 'Z')}`
}

describe('open or closed, and until when', () => {
  const daily = { regularHours: table(EVERY_DAY, '06:00:00', '22:00:00') }
  const workdays = { regularHours: table(WORKDAYS, '06:00:00', '22:00:00') }
  const night = { regularHours: table(EVERY_DAY, '20:00:00', '04:00:00') }
  const late = { regularHours: table([6], '20:00:00', '02:30:00') }
  const allDay = { regularHours: table(EVERY_DAY, '00:00:00', '23:59:59') }

  it.each([
    ['before opening', daily, '2026-11-23T04:57Z', VIENNA, 'closed until 2026-11-23T05:00Z'],
    ['while open', daily, '2026-11-23T20:40Z', VIENNA, 'open until 2026-11-23T21:00Z'],
    ['at closing', daily, '2026-11-23T21:00Z', VIENNA, 'closed until 2026-11-24T05:00Z'],
    ['over a weekend', workdays, '2026-11-21T12:00Z', VIENNA, 'closed until 2026-11-23T05:00Z'],
    ['over midnight', night, '2026-11-23T23:30Z', VIENNA, 'open until 2026-11-24T03:00Z'],
    ['day and night', allDay, '2026-11-23T23:30Z', VIENNA, 'open'],
    ['in another zone', daily, '2026-11-23T04:57Z', NEW_YORK, 'closed until 2026-11-23T11:00Z'],
    ['the day before there', daily, '2026-11-23T02:50Z', NEW_YORK, 'open until 2026-11-23T03:00Z'],
    // The clocks go forward at 01:00Z on 29 March, and back at 01:00Z on 25 October.
    [
      'the night before summer',
      daily,
      '2026-03-28T22:00Z',
      VIENNA,
      'closed until 2026-03-29T04:00Z',
    ],
    ['the day after', daily, '2026-03-29T19:50Z', VIENNA, 'open until 2026-03-29T20:00Z'],
    [
      'the night before winter',
      daily,
      '2026-10-24T21:00Z',
      VIENNA,
      'closed until 2026-10-25T05:00Z',
    ],
    [
      'through the night of winter',
      night,
      '2026-10-24T22:00Z',
      VIENNA,
      'open until 2026-10-25T03:00Z',
    ],
    [
      'through the night of summer',
      night,
      '2026-03-28T22:00Z',
      VIENNA,
      'open until 2026-03-29T02:00Z',
    ],
    [
      'in the hour that comes twice',
      late,
      '2026-10-25T00:45Z',
      VIENNA,
      'open until 2026-10-25T01:30Z',
    ],
    [
      'over there, other days',
      daily,
      '2026-03-08T05:00Z',
      NEW_YORK,
      'closed until 2026-03-08T10:00Z',
    ],
  ])('%s', (_when, times, at, zone, is) => {
    expect(claimed(times, at, zone)).toBe(is)
  })

  it('exceptional days count more than the table, a closing more than an opening', () => {
    const day = (begin: string, end: string) => [{ begin, end }]
    const closed = { ...daily, exceptionalClosings: day('2026-11-23T05:00Z', '2026-12-24T05:00Z') }
    const open = { ...daily, exceptionalOpenings: day('2026-11-23T21:00Z', '2026-11-23T23:00Z') }
    expect(claimed(closed, '2026-11-23T12:00Z')).toBe('closed until 2026-12-24T05:00Z')
    expect(claimed(open, '2026-11-23T20:00Z')).toBe('open until 2026-11-23T23:00Z')
    const both = { ...closed, exceptionalOpenings: open.exceptionalOpenings }
    expect(claimed(both, '2026-11-23T22:00Z')).toBe('closed until 2026-12-24T05:00Z')
  })

  it('it is open while neither the site nor the charging is closed', () => {
    const charging = { regularHours: table(EVERY_DAY, '08:00:00', '20:00:00') }
    expect(claimed([daily, charging], '2026-11-23T04:00Z')).toBe('closed until 2026-11-23T07:00Z')
    expect(claimed([daily, charging], '2026-11-23T12:00Z')).toBe('open until 2026-11-23T19:00Z')
  })
})

describe('the operator’s own text', () => {
  const MONDAY_0557 = '2026-11-23T04:57Z'
  const TUESDAY_0557 = '2026-11-24T04:57Z'
  const monday = { regularHours: table([1], '06:00:00', '22:00:00') }
  const described = { ...monday, description: 'Mon–Fri 06:00–22:00, Sat–Sun 08:00–20:00' }

  it('wins over days that the table leaves out: nothing is claimed of them', () => {
    expect(claimed(described, MONDAY_0557)).toBe('closed until 2026-11-23T05:00Z')
    expect(claimed(described, TUESDAY_0557)).toBeNull()
    expect(claimed(described, '2026-11-23T22:00Z')).toBe('closed')
    expect(hoursFrom(described)?.days.map(({ weekday }) => weekday)).toEqual([1])
  })

  it('may say nothing of hours: what the table says of a day holds', () => {
    const times = { ...monday, description: 'Please ring at the gate of level -1' }
    expect(claimed(times, MONDAY_0557)).toBe('closed until 2026-11-23T05:00Z')
  })

  it('is not there: days that the table leaves out are closed', () => {
    expect(claimed(monday, TUESDAY_0557)).toBe('closed until 2026-11-30T05:00Z')
    expect(claimed({ ...monday, description: ' ' }, TUESDAY_0557)).toMatch(/^closed/)
  })

  it.each([
    ['Open 24/7', null],
    ['Rund um die Uhr', null],
    ['07:00–21:00', null],
    ['7 am to 9 pm', null],
    ['6 am – 10 pm', 'closed until 2026-11-23T05:00Z'],
    ['6–22 Uhr', 'closed until 2026-11-23T05:00Z'],
    ['06.00 - 22.00', 'closed until 2026-11-23T05:00Z'],
  ])('where it says %j, the table of 06:00 to 22:00 counts: %j', (description, is) => {
    expect(claimed({ ...monday, description }, MONDAY_0557)).toBe(is)
  })
})

it.each([
  ['nothing is told', {}],
  ['nothing can be read', { regularHours: [{ weekday: 1, operatingHours: null }, null] }],
  ['an exception has no dates', { exceptionalClosings: [{ begin: null, end: null }, null] }],
])('nothing is claimed where %s', (_what, times: OpeningTimes) => {
  expect(claimed(times, '2026-11-23T12:00Z')).toBeNull()
})
