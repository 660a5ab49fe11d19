import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { contrastToWhite } from '#main/settings/contrast.ts'
import { readLogo } from '#main/settings/logo.ts'
import { readPlan } from '#main/settings/plan.ts'
import { readSection } from '#main/settings/section.ts'

describe('the branding', () => {
  it('takes a colour that white text can be read on', () => {
    expect(contrastToWhite('#ffffff')).toBeCloseTo(1)
    expect(contrastToWhite('#000000')).toBeCloseTo(21)
    expect(readSection('branding', { accent: '#767676' }).values.accent).toBe('#767676')
  })

  it.each(['#777777', '#ffd500', 'green', '#0b5c3', ''])('refuses %s, and says why', (accent) => {
    const [problem] = readSection('branding', { accent }).problems
    expect(problem?.expected).toContain('4.5:1')
  })

  it('is ours where nobody says otherwise', () => {
    expect(readSection('branding', undefined).values).toEqual({
      name: null,
      accent: null,
      logo: null,
      plan: null,
      planPlaces: {},
    })
  })
})

/** A file of this content, for one test. */
function fileOf(content: Buffer | string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'picture-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  const file = path.join(folder, 'picture.png')
  writeFileSync(file, content)
  return file
}
const png = Buffer.from('89504e470d0a1a0a', 'hex')

describe('a logo', () => {
  it('is a small picture, whatever its name', () => {
    expect(readLogo(fileOf(png))).toMatchObject({ type: 'image/png' })
    expect(readLogo(fileOf('<svg/>'))).toBe('no-picture')
    expect(readLogo(fileOf(Buffer.concat([png, Buffer.alloc(262_144)])))).toBe('large')
    expect(readLogo('/nowhere/logo.png')).toBe('unreadable')
  })
})

describe('a site plan', () => {
  it.each([
    ['a picture', png, 'image/png'],
    ['a bare SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
    [
      'an SVG as drawing programs write it',
      '\uFEFF<?xml version="1.0"?>\n<!-- Drawn -->\n<!DOCTYPE svg>\n<svg width="8"></svg>',
      'image/svg+xml',
    ],
  ])('is %s', (_what, content, type) => {
    expect(readPlan(fileOf(content))).toMatchObject({ type })
  })

  it('is refused with what is wrong with it', () => {
    expect(readPlan(fileOf('<html><svg/></html>'))).toBe('no-picture')
    expect(readPlan(fileOf('<svg><script>alert(1)</script></svg>'))).toBe('script')
    expect(readPlan(fileOf('<svg><foreignObject/></svg>'))).toBe('script')
    expect(readPlan(fileOf(Buffer.concat([png, Buffer.alloc(1_048_576)])))).toBe('large')
    expect(readPlan('/nowhere/plan.svg')).toBe('unreadable')
  })

  it('has places in percent', () => {
    const places = { '12': [0, 100], 'AT*HTB*E1': [50.5, 20] }
    expect(readSection('branding', { planPlaces: places }).values.planPlaces).toEqual(places)
    for (const wrong of [{ '12': [101, 0] }, { '12': [-1, 0] }, { '12': [5] }, [[1, 2]]]) {
      const [problem] = readSection('branding', { planPlaces: wrong }).problems
      expect(problem?.expected).toContain('two numbers from 0 to 100')
    }
  })
})
