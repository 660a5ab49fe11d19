// @vitest-environment happy-dom
import { beforeAll, expect, it } from 'vitest'
import { showPresses } from '#renderer/press.ts'

beforeAll(showPresses)

function button(): { outer: HTMLButtonElement; inner: HTMLElement } {
  document.body.innerHTML = '<button><span>Start</span></button>'
  const outer = document.querySelector('button')
  const inner = document.querySelector('span')
  if (!outer || !inner) throw new Error('no button')
  return { outer, inner }
}

const send = (target: Element, type: string): void => {
  target.dispatchEvent(new PointerEvent(type, { bubbles: true }))
}

it('marks the button under the finger at once, until the finger is lifted', () => {
  const { outer, inner } = button()
  send(inner, 'pointerdown')
  expect(outer.hasAttribute('data-pressed')).toBe(true)
  send(inner, 'pointerup')
  expect(outer.hasAttribute('data-pressed')).toBe(false)
})

it('lets go when the touch becomes something else', () => {
  const { outer, inner } = button()
  send(inner, 'pointerdown')
  send(document.body, 'pointercancel')
  expect(outer.hasAttribute('data-pressed')).toBe(false)
})
