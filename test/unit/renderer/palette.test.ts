// @vitest-environment happy-dom
import { createApp, nextTick } from 'vue'
import { createPinia } from 'pinia'
import { afterEach, describe, expect, it } from 'vitest'
import BoardPreview from '#renderer/setup/BoardPreview.vue'
import { inShade, paletteOf } from '#renderer/theme/palette.ts'

const root = document.documentElement

afterEach(() => {
  delete root.dataset['theme']
  root.removeAttribute('style')
})

describe('the page’s colours in a theme that is not shown', () => {
  it('are read with it, and the page stays as it was', () => {
    root.dataset['theme'] = 'dark'
    root.style.setProperty('--brand', '#123456')
    expect(inShade('light', () => root.dataset['theme'])).toBe('light')
    paletteOf('light', '#5b2a86')
    expect(root.dataset['theme']).toBe('dark')
    expect(root.style.getPropertyValue('--brand')).toBe('#123456')
    expect(root.style.getPropertyValue('--brand-light')).toBe('')
  })

  it('stays as it was when reading fails, too', () => {
    root.dataset['theme'] = 'dark'
    expect(() =>
      inShade('light', () => {
        throw new Error('broken')
      }),
    ).toThrow('broken')
    expect(root.dataset['theme']).toBe('dark')
  })
})

describe('the piece of the board in set-up', () => {
  it('has the name and a plug to start, and nothing that can be pressed', async () => {
    const place = document.createElement('div')
    const props = { shade: 'dark', brand: '#5b2a86', name: 'Hotel Mozart', logo: null } as const
    const app = createApp(BoardPreview, props)
    app.use(createPinia()).mount(place)
    await nextTick()
    expect(place.textContent).toContain('Hotel Mozart')
    expect(place.querySelector('button')?.closest('[inert]')).not.toBeNull()
    app.unmount()
  })
})
