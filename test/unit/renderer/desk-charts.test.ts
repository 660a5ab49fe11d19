import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { WEEKDAYS, type BusyDay } from '#renderer/desk/insights/busy-week.ts'
import {
  axisFor,
  axisUnit,
  heatShares,
  heatStep,
  roundedEnergy,
  roundedMass,
} from '#renderer/desk/insights/scale.ts'
import { meanWeek } from '#renderer/desk/insights/site-week.ts'

describe('an axis', () => {
  it.each([
    [6.9, [0, 4, 8]],
    [8, [0, 4, 8]],
    [8.1, [0, 5, 10]],
    [0.13, [0, 0.075, 0.15]],
    [312, [0, 200, 400]],
    [1, [0, 0.5, 1]],
    [0, [0, 1, 2]],
  ])('up to %d has three ticks, and nothing above the last', (most, ticks) => {
    expect(axisFor(most).ticks).toEqual(ticks)
  })

  it('leaves no value out, and at most half of it empty', () => {
    for (let most = 0.001; most < 1e6; most *= 1.07) {
      const { top } = axisFor(most)
      expect(top).toBeGreaterThanOrEqual(most * (1 - 1e-8))
      expect(top).toBeLessThanOrEqual(most * 2)
    }
  })

  it('is in the unit of its largest value', () => {
    expect([999, 1000, 2_000_000].map((kWh) => axisUnit(kWh).unit)).toEqual(['kWh', 'MWh', 'GWh'])
  })
})

describe('a figure', () => {
  const written = (energyKWh: number): string => {
    const { value, digits, unit } = roundedEnergy(energyKWh)
    return `${value.toFixed(digits)} ${unit}`
  }
  it.each([
    [0, '0.0 kWh'],
    [7.42, '7.4 kWh'],
    [99.96, '100 kWh'],
    [312.456, '312 kWh'],
    [999.6, '1.0 MWh'],
    [6274.456, '6.3 MWh'],
    [999_999, '1.0 GWh'],
  ])('of %d kWh is %s', (energyKWh, text) => {
    expect(written(energyKWh)).toBe(text)
  })

  it('has no more than four significant digits, whatever is told', () => {
    for (let kWh = 0.01; kWh < 1e9; kWh *= 1.37)
      expect(written(kWh).replaceAll(/\D/g, '').replace(/^0+/, '').length).toBeLessThanOrEqual(4)
    expect(roundedMass(3134.6)).toMatchObject({ digits: 1, unit: 't' })
  })
})

describe('the heat', () => {
  it('has five equal steps', () => {
    const steps = [0, 0.19, 0.2, 0.39, 0.4, 0.6, 0.79, 0.8, 1].map((share) => heatStep(share))
    expect(steps).toEqual([0, 0, 1, 1, 2, 3, 3, 4, 4])
  })

  const tokens = readFileSync('src/renderer/theme/tokens.css', 'utf8')
  it.each([
    ['light', /^:root \{(?<body>[^}]*)\}/m],
    ['dark', /^:root\[data-theme='dark'\] \{(?<body>[^}]*)\}/m],
  ])('is told apart step by step, and its ends at 3:1 at least, %s', (_theme, block) => {
    const body = block.exec(tokens)?.groups?.['body'] ?? ''
    const colour = (name: string): Colour =>
      oklabOf(new RegExp(`--${name}: #([0-9a-f]{6})`).exec(body)?.[1] ?? '')
    const [strong, ground] = [colour('active'), colour('card')]
    const steps = heatShares.map((share) => mixed(strong, ground, share))
    for (const [index, step] of steps.slice(1).entries())
      expect(Math.abs(step[0] - (steps[index]?.[0] ?? NaN))).toBeGreaterThan(0.08)
    expect(contrast(steps[0] ?? ground, steps[4] ?? ground)).toBeGreaterThanOrEqual(3)
  })
})

describe('the week of a site', () => {
  const week = (share: number | null): BusyDay[] =>
    WEEKDAYS.map((weekday) => ({
      weekday,
      hours: Array.from({ length: 24 }, (_, hour) => ({ weekday, hour, share })),
    }))

  it('is the mean of the stations that tell the hour', () => {
    expect(meanWeek([week(0.2), week(0.6), week(null), []])[2]?.hours[9]?.share).toBeCloseTo(0.4)
    expect(meanWeek([week(null)])[0]?.hours[0]?.share).toBeNull()
    expect(meanWeek([[], []])).toEqual([])
  })
})

// Colours as the browser mixes them (CSS Color 4: OKLab), and their contrast (WCAG 2).
type Colour = readonly [lightness: number, a: number, b: number]

function linearOf(hex: string): number[] {
  return [0, 2, 4].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
}
function oklabOf(hex: string): Colour {
  const [r = NaN, g = NaN, b = NaN] = linearOf(hex)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}
const mixed = (one: Colour, other: Colour, share: number): Colour =>
  one.map((part, at) => part * share + (other[at] ?? NaN) * (1 - share)) as unknown as Colour

function luminance([lightness, a, b]: Colour): number {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s
  const green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s
  const blue = -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(one: Colour, other: Colour): number {
  const [low = NaN, high = NaN] = [luminance(one), luminance(other)].toSorted((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}
