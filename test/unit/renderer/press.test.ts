// @vitest-environment happy-dom
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { keepPresses, showPresses } from '#renderer/press.ts'

let start: HTMLButtonElement
let done: HTMLButtonElement
let word: HTMLElement
let pressed: string[]

beforeAll(() => {
  showPresses()
  keepPresses()
})

beforeEach(() => {
  document.body.innerHTML =
    '<button><span>Start</span></button><button>Done</button><label><input type="radio" /></label>'
  const [first, second] = document.querySelectorAll('button')
  const inner = document.querySelector('span')
  if (!first || !second || !inner) throw new Error('no button')
  start = first
  done = second
  word = inner
  pressed = []
  for (const one of [start, done])
    one.addEventListener('click', () => {
      pressed.push(one.textContent)
    })
})

function send(target: Element, type: string, more: PointerEventInit = {}): void {
  const finger = { pointerId: 5, isPrimary: true, bubbles: true, cancelable: true, ...more }
  target.dispatchEvent(new PointerEvent(type, finger))
}
const isMarked = (): boolean => start.hasAttribute('data-pressed')
/** Where the finger is now. */
function under(element: Element): void {
  document.elementFromPoint = () => element
}

describe('what is under a finger', () => {
  it('is marked at once, until the finger is lifted', () => {
    send(word, 'pointerdown')
    expect(isMarked()).toBe(true)
    send(word, 'pointerup')
    expect(isMarked()).toBe(false)
  })

  it('is let go when the touch becomes something else', () => {
    send(word, 'pointerdown')
    send(document.body, 'pointercancel')
    expect(isMarked()).toBe(false)
  })

  it('is let go when the finger slides off it, and kept while it moves on it', () => {
    send(word, 'pointerdown')
    under(start)
    send(word, 'pointermove')
    expect(isMarked()).toBe(true)
    under(done)
    send(word, 'pointermove')
    expect(isMarked()).toBe(false)
  })

  it('is let go when a second finger comes, which marks nothing either', () => {
    send(word, 'pointerdown')
    send(done, 'pointerdown', { pointerId: 6, isPrimary: false })
    expect(document.querySelector('[data-pressed]')).toBeNull()
  })
})

describe('a touch', () => {
  it('presses what it began on', () => {
    send(word, 'pointerdown')
    send(start, 'click')
    expect(pressed).toEqual(['Start'])
  })

  it('presses nothing that came under the finger meanwhile', () => {
    send(word, 'pointerdown')
    send(done, 'click')
    send(document.body, 'pointerdown', { pointerId: 6 })
    send(done, 'click', { pointerId: 6 })
    expect(pressed).toEqual([])
  })

  it('leaves alone what a key, a reader or a label clicks', () => {
    const input = document.querySelector('input')
    send(word, 'pointerdown')
    done.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    send(start, 'click', { pointerId: -1 })
    input?.dispatchEvent(new PointerEvent('click', { pointerId: -1, bubbles: true }))
    expect(pressed).toEqual(['Done', 'Start'])
    expect(input?.checked).toBe(true)
  })
})
