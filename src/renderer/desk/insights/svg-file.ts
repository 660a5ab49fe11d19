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

/** A chart on the page as a picture of its own (SVG): on the page's ground, in any font without serifs. */
export function svgFile(drawn: SVGSVGElement, ground: string): string {
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
  const { width, height } = drawn.viewBox.baseVal
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  copy.setAttribute('font-family', 'sans-serif')
  copy.prepend(groundOf(width, height, ground))
  return new XMLSerializer().serializeToString(withoutScopes(copy))
}

function groundOf(width: number, height: number, fill: string): SVGRectElement {
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  for (const [name, value] of Object.entries({ width, height, fill }))
    ground.setAttribute(name, String(value))
  return ground
}

/** The marks of scoped styles mean nothing outside the page. */
function withoutScopes(svg: SVGSVGElement): SVGSVGElement {
  for (const element of [svg, ...svg.querySelectorAll('*')])
    for (const { name } of [...element.attributes])
      if (name.startsWith('data-v-')) element.removeAttribute(name)
  return svg
}
