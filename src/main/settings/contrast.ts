const LEAST_CONTRAST = 4.5

/** The contrast of a colour `#rrggbb` to white (WCAG 2: relative luminance). */
export function contrastToWhite(colour: string): number {
  const channel = (from: number): number => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
  return 1.05 / (luminance + 0.05)
}

/** Whether white text on this colour (`#rrggbb`) can be read. */
export const isReadable = (colour: string): boolean =>
  /^#[0-9a-f]{6}$/i.test(colour) && contrastToWhite(colour) >= LEAST_CONTRAST
