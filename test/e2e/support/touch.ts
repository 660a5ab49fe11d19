import type { CDPSession, Locator, Page } from '@playwright/test'

/** A place on the page (px). */
export interface Place {
  readonly x: number
  readonly y: number
}

/** How wide what touches is (px). */
interface Contact {
  readonly widthPx?: number
}

const FINGER_PX = 40
const PALM_PX = 160
/** A finger does not jump (px). */
const STEP_PX = 40

/** The middle of what is to be touched. */
export async function middleOf(target: Locator): Promise<Place> {
  const box = await target.boundingBox()
  if (box === null) throw new Error('There is nothing to touch')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/**
 * The fingers of one hand on a touch screen, by number: no mouse is involved, and no condition
 * waited for. What the page makes of it (tap, scroll, nothing) is Chromium's to say.
 */
export class Hand {
  readonly #devtools: CDPSession
  readonly #down = new Map<number, Place>()

  private constructor(devtools: CDPSession) {
    this.#devtools = devtools
  }

  static async at(page: Page): Promise<Hand> {
    return new Hand(await page.context().newCDPSession(page))
  }

  async down(
    at: Locator | Place,
    finger = 1,
    { widthPx = FINGER_PX }: Contact = {},
  ): Promise<void> {
    this.#down.set(finger, 'x' in at ? at : await middleOf(at))
    await this.#send('touchStart', [...this.#down.keys()], widthPx)
  }

  /** Several contacts in the same moment, as of a palm or a sleeve. */
  async downAtOnce(places: readonly Place[], { widthPx = FINGER_PX }: Contact = {}): Promise<void> {
    for (const [index, place] of places.entries()) this.#down.set(index + 1, place)
    await this.#send('touchStart', [...this.#down.keys()], widthPx)
  }

  /** Slides in small steps, and stays down. */
  async slide(to: Place, finger = 1, { widthPx = FINGER_PX }: Contact = {}): Promise<void> {
    const from = this.#down.get(finger) ?? to
    const [wayX, wayY] = [to.x - from.x, to.y - from.y]
    const steps = Math.max(1, Math.ceil(Math.hypot(wayX, wayY) / STEP_PX))
    for (let step = 1; step <= steps; step += 1) {
      const part = step / steps
      this.#down.set(finger, { x: from.x + wayX * part, y: from.y + wayY * part })
      await this.#send('touchMove', [...this.#down.keys()], widthPx)
    }
  }

  /** The flat of the hand: one contact, wider than any finger. */
  async palm(at: Locator | Place): Promise<void> {
    await this.down(at, 1, { widthPx: PALM_PX })
  }

  async lift(finger = 1): Promise<void> {
    await this.#send('touchEnd', [finger], FINGER_PX)
    this.#down.delete(finger)
  }

  async liftAll(): Promise<void> {
    for (const finger of [...this.#down.keys()]) await this.lift(finger)
  }

  /** The system takes the touch for something else. */
  async cancel(): Promise<void> {
    await this.#devtools.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] })
    this.#down.clear()
  }

  async tap(at: Locator | Place): Promise<void> {
    await this.down(at)
    await this.lift()
  }

  async #send(
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    fingers: readonly number[],
    widthPx: number,
  ): Promise<void> {
    const touchPoints = fingers.map((id) => {
      const { x, y } = this.#down.get(id) ?? { x: 0, y: 0 }
      return { x, y, id, radiusX: widthPx / 2, radiusY: widthPx / 2 }
    })
    await this.#devtools.send('Input.dispatchTouchEvent', { type, touchPoints })
  }
}

/** A pen that touches the screen, and one that is lifted. */
export class Pen {
  readonly #devtools: CDPSession
  #at: Place = { x: 0, y: 0 }

  private constructor(devtools: CDPSession) {
    this.#devtools = devtools
  }

  static async at(page: Page): Promise<Pen> {
    return new Pen(await page.context().newCDPSession(page))
  }

  async down(at: Locator): Promise<void> {
    this.#at = await middleOf(at)
    await this.#send('mousePressed')
  }

  async slide(to: Place): Promise<void> {
    this.#at = to
    await this.#send('mouseMoved')
  }

  async lift(): Promise<void> {
    await this.#send('mouseReleased')
  }

  async #send(type: 'mousePressed' | 'mouseMoved' | 'mouseReleased'): Promise<void> {
    await this.#devtools.send('Input.dispatchMouseEvent', {
      type,
      ...this.#at,
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: 1,
      pointerType: 'pen',
    })
  }
}
