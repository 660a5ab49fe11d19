// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { wakeOnTouch } from '#renderer/live/wake.ts'

let isDimmed: boolean
let reached: string[]
let end: () => void

function send(type: string, pointerId: number): void {
  const event = new PointerEvent(type, { pointerId, bubbles: true, cancelable: true })
  document.body.dispatchEvent(event)
}
const listen = (event: Event): void => {
  reached.push(event.type)
}
const TYPES = ['pointerdown', 'pointerup', 'click']

beforeEach(() => {
  isDimmed = true
  reached = []
  end = wakeOnTouch(
    () => isDimmed,
    () => {
      isDimmed = false
    },
  )
  for (const type of TYPES) document.body.addEventListener(type, listen)
})
afterEach(() => {
  end()
  for (const type of TYPES) document.body.removeEventListener(type, listen)
})

describe('the first touch on a dimmed screen', () => {
  it('wakes, and reaches nothing from its start to its click', () => {
    for (const type of TYPES) send(type, 3)
    expect(isDimmed).toBe(false)
    expect(reached).toEqual([])
  })

  it('is the only one: the next passes whole, also from the same finger or mouse', () => {
    for (const type of TYPES) send(type, 1)
    for (const type of TYPES) send(type, 1)
    expect(reached).toEqual(TYPES)
  })

  it('swallows nothing of the next touch when it ended without a click', () => {
    send('pointerdown', 1)
    send('pointerup', 1)
    for (const type of TYPES) send(type, 1)
    expect(reached).toEqual(TYPES)
  })

  it('takes no other finger with it', () => {
    send('pointerdown', 3)
    for (const type of TYPES) send(type, 4)
    send('pointerup', 3)
    send('click', 3)
    expect(reached).toEqual(TYPES)
  })
})

describe('a bright screen', () => {
  it('lets every touch pass', () => {
    isDimmed = false
    for (const type of TYPES) send(type, 3)
    expect(reached).toEqual(TYPES)
  })

  it('lets the click of a keyboard pass, also just after it was woken', () => {
    send('pointerdown', 3)
    document.body.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    expect(reached).toEqual(['click'])
  })
})
