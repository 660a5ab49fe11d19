import type { WebContents, WebContentsPrintOptions } from 'electron'
import type { GuestSettings } from '#main/settings/guest-settings.ts'

/** What receipts are printed on: as the printer's driver says, or a roll of this width. */
export type Paper = GuestSettings['paper']

const WIDTH_MM: Readonly<Record<Exclude<Paper, 'printer'>, number>> = { '58mm': 58, '80mm': 80 }
/** The page's own, on each side (receipt-page.ts). */
const MARGIN_MM = 6
const PX_PER_MM = 96 / 25.4
/** A text whose height nobody tells is cut off nowhere, and wastes paper. */
const UNKNOWN_HEIGHT_MM = 220
/** Rounding must not make a second page of the last line. */
const SLACK_MM = 5

/** The window's width in which a page is as wide as on the paper (CSS px). */
export const paperWidthPx = (paper: Paper): number =>
  paper === 'printer' ? 600 : Math.floor((WIDTH_MM[paper] - 2 * MARGIN_MM) * PX_PER_MM)

/** The height that the page needs (CSS px), from now on: ask when it has loaded; null: it is not told. */
export function watchHeight(contents: Pick<WebContents, 'on'>): () => number | null {
  let heightPx: number | null = null
  contents.on('preferred-size-changed', (_event, { height }) => {
    heightPx = height
  })
  return () => heightPx
}

/** How the paper is told to the printer. Sizes are in micrometres. */
export function paperOptions(
  paper: Paper,
  heightPx: number | null,
): Pick<WebContentsPrintOptions, 'pageSize' | 'usePrinterDefaultPageSize'> {
  if (paper === 'printer') return { usePrinterDefaultPageSize: true }
  const textMm = heightPx === null ? UNKNOWN_HEIGHT_MM : heightPx / PX_PER_MM
  const heightMm = textMm + 2 * MARGIN_MM + SLACK_MM
  return { pageSize: { width: WIDTH_MM[paper] * 1000, height: Math.ceil(heightMm * 1000) } }
}
