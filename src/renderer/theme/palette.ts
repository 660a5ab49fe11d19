import type { Shade } from './theme.ts'

/** The colours of a board: ground, cards, letters, what may be started. */
const COLOURS = [
  '--ground',
  '--card',
  '--card-line',
  '--line-color',
  '--ink',
  '--muted',
  '--accent',
  '--accent-press',
  '--on-accent',
  '--good',
  '--good-pale',
  '--quiet-pale',
] as const

export type Palette = Readonly<Record<(typeof COLOURS)[number], string>>

/** Computed styles are of the theme that is on the root when they are read; nothing is painted meanwhile. */
export function inShade<T>(shade: Shade, read: () => T): T {
  const { dataset } = document.documentElement
  const { theme } = dataset
  dataset['theme'] = shade
  try {
    return read()
  } finally {
    dataset['theme'] = theme
  }
}

/** The page's colours, light or dark, with an operator's colour (`#rrggbb`); null: ours. */
export function paletteOf(shade: Shade, brand: string | null): Palette {
  const { style } = document.documentElement
  const names = ['--brand', '--brand-light'] as const
  const before = names.map((name) => style.getPropertyValue(name))
  style.setProperty('--brand', brand ?? '')
  style.setProperty('--brand-light', brand === null ? '' : '#ffffff')
  try {
    return inShade(shade, () => {
      const computed = getComputedStyle(document.documentElement)
      const entries = COLOURS.map((name) => [name, computed.getPropertyValue(name)])
      return Object.fromEntries(entries) as Palette
    })
  } finally {
    for (const [index, name] of names.entries()) style.setProperty(name, before[index] ?? '')
  }
}
