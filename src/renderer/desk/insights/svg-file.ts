import { inShade } from '../../theme/palette.ts'

/** What a drawn element looks like, written down so that it looks the same without the page's style sheets. */
const LOOKS = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'paint-order',
  'font-size',
  'font-weight',
  'text-anchor',
] as const
const SVG = 'http://www.w3.org/2000/svg'
const EDGE_PX = 24
const TITLE_PX = 20
const LINE_PX = 14
const LINE_GAP_PX = 8
/** From the middle of a line of letters to where they stand, as a share of their size. */
const BELOW_MIDDLE = 0.35

/** A chart on the page: its drawing, and the list that explains it, whose swatches are drawn as well. */
export interface DrawnChart {
  readonly chart: SVGSVGElement
  readonly legend: HTMLElement
}

/** What a chart's component shows, once it is on the page. */
export function drawnOf(
  part: { chart: SVGSVGElement | null; legend: HTMLElement | null } | null,
): DrawnChart | null {
  return part?.chart && part.legend ? { chart: part.chart, legend: part.legend } : null
}

/** What a picture needs to be understood away from the desk: each on a line of its own. */
export interface PictureHead {
  readonly title: string
  readonly lines: readonly string[]
}

/** A chart as a picture of its own (SVG), as on the page but in its light colours: it is printed. */
export function svgFile(drawn: DrawnChart, head: PictureHead): string {
  return inShade('light', () => {
    const chart = withLooks(drawn.chart)
    const { width, height } = drawn.chart.viewBox.baseVal
    const topPx = EDGE_PX + TITLE_PX + head.lines.length * (LINE_PX + LINE_GAP_PX) + EDGE_PX
    place(chart, { x: EDGE_PX, y: topPx, width, height })
    const legend = legendOf(drawn.legend, EDGE_PX, topPx + height + EDGE_PX / 2)
    const whole = { width: width + 2 * EDGE_PX, height: legend.endPx + EDGE_PX }
    const viewBox = `0 0 ${String(whole.width)} ${String(whole.height)}`
    const file = svgElement('svg', { viewBox, ...whole })
    file.setAttribute('font-family', 'sans-serif')
    const ground = getComputedStyle(drawn.chart).getPropertyValue('--card')
    file.append(svgElement('rect', { ...whole, fill: ground }), ...headOf(head, drawn.chart))
    file.append(chart, ...legend.parts)
    return new XMLSerializer().serializeToString(withoutScopes(file))
  })
}

function headOf({ title, lines }: PictureHead, near: SVGElement): SVGElement[] {
  const ink = getComputedStyle(near).color
  let y = EDGE_PX + TITLE_PX * (1 - BELOW_MIDDLE / 2)
  const first = { x: EDGE_PX, y, fill: ink, 'font-size': TITLE_PX, 'font-weight': 700 }
  return [
    svgText(title, first),
    ...lines.map((line) => {
      y += LINE_PX + LINE_GAP_PX
      return svgText(line, { x: EDGE_PX, y, fill: ink, 'font-size': LINE_PX })
    }),
  ]
}

/** The list's swatches and words, each where it stands on the page. */
function legendOf(
  legend: HTMLElement,
  leftPx: number,
  topPx: number,
): { parts: SVGElement[]; endPx: number } {
  const box = legend.getBoundingClientRect()
  const at = (rect: DOMRect): { x: number; y: number } => {
    return { x: leftPx + rect.x - box.x, y: topPx + rect.y - box.y }
  }
  const parts = [...legend.querySelectorAll('li')].flatMap((item) => {
    const swatches = [...item.querySelectorAll('svg')].map((swatch) => {
      const rect = swatch.getBoundingClientRect()
      const copy = withLooks(swatch)
      place(copy, { ...at(rect), width: rect.width, height: rect.height })
      return copy
    })
    const words = document.createRange()
    words.selectNodeContents(item)
    const drawnLast = [...item.querySelectorAll('svg')].at(-1)
    if (drawnLast) words.setStartAfter(drawnLast)
    const rect = words.getBoundingClientRect()
    const { x, y } = at(rect)
    const { color, fontSize } = getComputedStyle(item)
    const middle = y + rect.height / 2 + BELOW_MIDDLE * Number.parseFloat(fontSize)
    const text = item.textContent.trim()
    return [...swatches, svgText(text, { x, y: middle, fill: color, 'font-size': fontSize })]
  })
  return { parts, endPx: topPx + box.height }
}

/** A copy whose elements carry their looks themselves. */
function withLooks(drawn: SVGSVGElement): SVGSVGElement {
  const copy = drawn.cloneNode(true) as SVGSVGElement
  const originals = [...drawn.querySelectorAll<SVGElement>('*')]
  for (const [index, element] of [...copy.querySelectorAll<SVGElement>('*')].entries()) {
    const original = originals[index]
    if (!original) continue
    const style = getComputedStyle(original)
    for (const look of LOOKS) element.setAttribute(look, style.getPropertyValue(look))
    element.removeAttribute('class')
  }
  for (const { name } of [...copy.attributes]) if (name !== 'viewBox') copy.removeAttribute(name)
  return copy
}

type Attributes = Readonly<Record<string, string | number>>

function place(element: SVGElement, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
}

function svgElement(name: string, attributes: Attributes): SVGElement {
  const element = document.createElementNS(SVG, name)
  place(element, attributes)
  return element
}

function svgText(words: string, attributes: Attributes): SVGElement {
  const element = svgElement('text', attributes)
  element.textContent = words
  return element
}

/** The marks of scoped styles mean nothing outside the page. */
function withoutScopes(svg: SVGElement): SVGElement {
  for (const element of [svg, ...svg.querySelectorAll('*')])
    for (const { name } of [...element.attributes])
      if (name.startsWith('data-v-')) element.removeAttribute(name)
  return svg
}
