import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pageOf } from '#tools/gallery/page.ts'
import { nameOf, readGallery } from '#tools/gallery/pictures.ts'

describe('the gallery', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'forecourt-gallery-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })
  const leave = (look: string, ending: string, text = ''): void => {
    writeFileSync(path.join(folder, nameOf('board-48', 'de', look, ending)), text)
  }

  it('knows by their names what its pictures show', () => {
    leave('800x480.low-reach', 'webp')
    const { pictures, failures } = readGallery(folder)
    expect(pictures).toEqual([
      {
        file: 'pictures/board-48.de.800x480.low-reach.webp',
        ...{ screen: 'board-48', language: 'de', size: '800x480', mode: 'low-reach' },
      },
    ])
    expect(failures).toEqual([])
  })

  it('tells why a screen was not reached, beside the others', () => {
    leave('1080x1920.light', 'webp')
    leave('failed', 'txt', 'waited in vain for </script>')
    const gallery = readGallery(folder)
    expect(gallery.pictures).toHaveLength(1)
    expect(gallery.failures).toEqual([
      { screen: 'board-48', language: 'de', why: 'waited in vain for </script>' },
    ])
    const page = pageOf(gallery)
    expect(page).toContain(String.raw`waited in vain for \u003c/script>`)
    expect(page).toContain('pictures/board-48.de.1080x1920.light.webp')
    expect(page).not.toMatch(/https?:\/\//)
  })
})
