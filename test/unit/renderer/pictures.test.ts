import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { plugKinds } from '#contract/site.ts'
import { iconNames } from '#renderer/ui/pictures.ts'

function read(name: string): string {
  return readFileSync(new URL(`../../../src/renderer/ui/${name}`, import.meta.url), 'utf8')
}

function strip(name: string): string[] {
  return [...read(name).matchAll(/<g id="([\w-]+)"/g)].map((match) => match[1] ?? '')
}

describe.each([
  ['icon', 'icons.svg', iconNames],
  ['plug', 'plugs.svg', plugKinds],
])('the strip of %ss', (kind, file, names) => {
  it('has a picture for each name, and no other', () => {
    expect(strip(file).toSorted()).toEqual([...names].toSorted())
  })

  it('is shown at the place where the picture stands', () => {
    const rules = read('pictures.css').matchAll(
      new RegExp(`data-${kind}='([\\w-]+)'\\] \\{\\s+--place: (\\d+)`, 'g'),
    )
    const places = [...rules].map((match) => [match[1], Number(match[2])])
    expect(places).toEqual(strip(file).map((name, place) => [name, place]))
  })
})
