// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fieldOf, keysOf, nextEmpty, type Field } from '#renderer/keyboard/fields.ts'
import { enter, isOwn } from '#renderer/keyboard/typing.ts'

const put = (html: string): void => {
  document.body.innerHTML = html
}
const the = (id: string): Field => document.querySelector<Field>(`#${id}`) as Field

beforeEach(() => {
  // No layout here: everything is seen that is not hidden.
  vi.spyOn(HTMLElement.prototype, 'checkVisibility').mockImplementation(function (
    this: HTMLElement,
  ) {
    return !this.hidden
  })
})

describe('a field', () => {
  it('is what text can be typed into, and nothing else', () => {
    put(`<input id="a"><input id="b" type="password"><textarea id="c"></textarea>
      <input id="d" type="date"><input id="e" type="checkbox"><input id="f" disabled>
      <input id="g" readonly><select id="h"></select><button id="i"></button>`)
    const found = [...document.querySelectorAll('[id]')].filter((one) => fieldOf(one))
    expect(found.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    const gone = the('a')
    gone.remove()
    expect(fieldOf(gone)).toBeNull()
  })

  it('wants digits where nothing else is meant', () => {
    put(`<input id="a" type="number"><input id="b" type="tel"><input id="c" type="email">
      <input id="d" type="password" inputmode="numeric">`)
    expect(['a', 'b', 'c', 'd'].map((id) => keysOf(the(id)))).toEqual([
      ...['digits', 'digits', 'letters', 'digits'],
    ])
  })

  it('is followed by the next that is empty, seen and not locked, in its own form', () => {
    put(`<form><input id="a"><input id="b" value="x"><input id="c" hidden><input id="d" disabled>
      <input id="e"></form><form><input id="f"></form>`)
    expect(nextEmpty(the('a'))?.id).toBe('e')
    expect(nextEmpty(the('e'))).toBeNull()
  })
})

describe('Enter', () => {
  it('goes to the next empty field, and sends the form from the last', () => {
    put(
      `<form><input id="a" value="x"><input id="b"><button type="button"></button><button id="go"></button></form>`,
    )
    const sent = vi.fn((event: Event) => {
      event.preventDefault()
    })
    document.querySelector('form')?.addEventListener('submit', sent)
    enter(the('a'))
    expect(document.activeElement?.id).toBe('b')
    the('b').value = 'y'
    expect(enter(the('b'))).toBe(true)
    expect(sent).toHaveBeenCalledOnce()
  })

  it('sends nothing while the form’s button is disabled', () => {
    put(`<form><input id="a" value="x"><button disabled></button></form>`)
    const sent = vi.fn()
    document.querySelector('form')?.addEventListener('submit', sent)
    enter(the('a'))
    expect(sent).not.toHaveBeenCalled()
  })

  it('is a key that the page hears, once, and knows from a real one', () => {
    put(`<main><input id="a" value="x"></main>`)
    const heard = vi.fn((event: Event) => {
      event.preventDefault()
    })
    document.querySelector('main')?.addEventListener('keydown', heard)
    expect(enter(the('a'))).toBe(true)
    expect(heard).toHaveBeenCalledOnce()
    expect(isOwn(heard.mock.calls[0]?.[0] as Event)).toBe(true)
    expect(isOwn(new KeyboardEvent('keydown'))).toBe(false)
  })

  it('says that there is nothing to do where nobody answers', () => {
    put(`<main><input id="a" value="x"></main>`)
    expect(enter(the('a'))).toBe(false)
  })
})
