import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { CDPSession, Page } from '@playwright/test'
import { SCREENS } from '#test/e2e/support/matters.ts'
import { PLAIN, setMode, WAYS, type Mode } from '#test/e2e/support/modes.ts'
import { galleryFolder, nameOf } from '#tools/gallery/pictures.ts'
import type { Panel, Scene } from './scene.ts'

interface Size {
  readonly width: number
  readonly height: number
}

const DARK: Mode = { ...PLAIN, theme: 'dark' }
/** The ways by the names that the gallery gives them. */
const MODES: Readonly<Record<Panel, ReadonlyMap<string, Mode>>> = {
  guest: new Map([...WAYS, DARK].map((mode) => [wayOf(mode), mode])),
  desk: new Map([PLAIN, DARK].map((mode) => [wayOf(mode), mode])),
}
const SIZES: Readonly<Record<Panel, readonly Size[]>> = {
  guest: SCREENS,
  desk: SCREENS.filter(({ width, height }) => width > height && height >= 600),
}

function wayOf({ theme, contrast, text, reach }: Mode): string {
  if (text === 'large') return 'large-text'
  if (reach === 'low') return 'low-reach'
  return contrast === 'more' ? 'high-contrast' : theme
}

/** Longer sides are taken at half the size: what is judged is the whole. */
const LONGEST_PX = 2000
const QUALITY_PERCENT = 85

/** Takes the screens of one terminal, in one language. */
export class Camera {
  readonly #page: Page
  readonly #language: string
  readonly #panel: Panel
  readonly #cdp: Promise<CDPSession>

  constructor(page: Page, language: string, panel: Panel) {
    this.#page = page
    this.#language = language
    this.#panel = panel
    this.#cdp = page.context().newCDPSession(page)
    mkdirSync(galleryFolder, { recursive: true })
  }

  /** The screen as it is now, in every size and mode; afterwards it is as it was. */
  async shoot({ name: screen, isPassing = false }: Scene): Promise<void> {
    const before = this.#page.viewportSize() ?? { width: 1080, height: 1920 }
    rmSync(this.#fileOf(screen, 'failed', 'txt'), { force: true })
    for (const size of SIZES[this.#panel]) {
      await this.#page.setViewportSize(size)
      // A guest is there, whose key means nothing.
      if (!isPassing && this.#panel === 'guest') await this.#page.keyboard.press('Shift')
      for (const [way, mode] of MODES[this.#panel]) {
        await setMode(this.#page, mode)
        await this.#atRest()
        await this.#take(size, this.#fileOf(screen, `${size.width}x${size.height}.${way}`, 'webp'))
      }
    }
    await setMode(this.#page, PLAIN)
    await this.#page.setViewportSize(before)
  }

  /** Why a screen was not reached, and what was there instead. */
  async tellFailure(screen: string, why: string): Promise<void> {
    writeFileSync(this.#fileOf(screen, 'failed', 'txt'), stripVTControlCharacters(why))
    const size = this.#page.viewportSize() ?? { width: 1080, height: 1920 }
    await this.#take(size, this.#fileOf(screen, `${size.width}x${size.height}.failed`, 'webp'))
  }

  /** Type is in place, and what a new size sets off is done: a picture draws a frame, also while the page's time is stopped. */
  async #atRest(): Promise<void> {
    const cdp = await this.#cdp
    await this.#page.evaluate(() => document.fonts.ready.then(() => true))
    for (let frames = 0; frames < 2; frames += 1) {
      const clip = { x: 0, y: 0, width: 1, height: 1, scale: 1 }
      await cdp.send('Page.captureScreenshot', { format: 'png', clip })
    }
  }

  async #take({ width, height }: Size, file: string): Promise<void> {
    const cdp = await this.#cdp
    const scale = Math.max(width, height) > LONGEST_PX ? 0.5 : 1
    const { data } = await cdp.send('Page.captureScreenshot', {
      ...{ format: 'webp', quality: QUALITY_PERCENT },
      clip: { x: 0, y: 0, width, height, scale },
    })
    writeFileSync(file, Buffer.from(data, 'base64'))
  }

  #fileOf(screen: string, look: string, ending: string): string {
    return path.join(galleryFolder, nameOf(screen, this.#language, look, ending))
  }
}
