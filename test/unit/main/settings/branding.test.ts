import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { contrastToWhite } from '#main/settings/contrast.ts'
import { readLogo } from '#main/settings/logo.ts'
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
    })
  })
})

describe('a logo', () => {
  const fileOf = (content: Buffer | string): string => {
    const folder = mkdtempSync(path.join(tmpdir(), 'logo-'))
    onTestFinished(() => {
      rmSync(folder, { recursive: true })
    })
    const file = path.join(folder, 'logo.png')
    writeFileSync(file, content)
    return file
  }
  const png = Buffer.from('89504e470d0a1a0a', 'hex')

  it('is a small picture, whatever its name', () => {
    expect(readLogo(fileOf(png))).toMatchObject({ type: 'image/png' })
    expect(readLogo(fileOf('<svg/>'))).toBe('no-picture')
    expect(readLogo(fileOf(Buffer.concat([png, Buffer.alloc(262_144)])))).toBe('large')
    expect(readLogo('/nowhere/logo.png')).toBe('unreadable')
  })
})
