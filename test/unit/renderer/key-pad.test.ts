// @vitest-environment happy-dom
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, h, nextTick, ref, type App } from 'vue'
import { speak } from '#renderer/i18n/i18n.ts'
import KeyPad from '#renderer/ui/KeyPad.vue'

describe('the keypad', () => {
  let app: App
  const typed = ref('')
  const entered = vi.fn()

  beforeEach(async () => {
    await speak('en')
    typed.value = ''
    entered.mockReset()
    document.body.innerHTML = '<div id="app"></div>'
    app = createApp({
      render: () =>
        h(KeyPad, {
          ...{ label: 'Code', most: 4, modelValue: typed.value, onEnter: entered },
          'onUpdate:modelValue': (text: string) => (typed.value = text),
        }),
    })
    app.use(createPinia()).mount('#app')
  })
  afterEach(() => {
    app.unmount()
  })

  const press = (key: string): boolean =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))

  it('takes keys that come all at once, before the screen has followed', () => {
    for (const key of '4711') press(key)
    expect(typed.value).toBe('4711')
  })

  it('takes no more than the longest code, and no key that it does not show', () => {
    for (const key of '12a34567') press(key)
    expect(typed.value).toBe('1234')
  })

  it('goes on from what its screen has set', async () => {
    for (const key of '12') press(key)
    await nextTick()
    typed.value = ''
    await nextTick()
    for (const key of '34') press(key)
    press('Backspace')
    press('5')
    expect(typed.value).toBe('35')
    press('Enter')
    expect(entered).toHaveBeenCalledTimes(1)
  })
})
