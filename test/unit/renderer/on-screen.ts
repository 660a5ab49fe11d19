import { createPinia } from 'pinia'
import { expect, vi } from 'vitest'
import { createApp, type App as VueApp } from 'vue'
import type { LiveModel } from '#contract/live.ts'
import type { TerminalInfo } from '#contract/terminal.ts'
import App from '#renderer/App.vue'
import { speak } from '#renderer/i18n/i18n.ts'
import { useLive } from '#renderer/live/live.ts'
import { useNow } from '#renderer/live/now.ts'
import { useTerminal } from '#renderer/live/terminal.ts'
import { anInfo, type FakeBridge } from './fakes.ts'
import { stubPage } from './page.ts'

let app: VueApp | undefined
const screens = import.meta.glob('../../../src/renderer/{guest,ui}/**/*.{vue,ts}')

/** Loads every screen, as it is when the page was idle for a moment: no test waits for a file. */
export async function loadScreens(): Promise<void> {
  await Promise.all(Object.values(screens).map((load) => load()))
}

/** The whole app on an empty page, with time in the test's hands; `onError` hears what nobody caught. */
export async function openApp(
  bridge: FakeBridge,
  model: LiveModel,
  info: Partial<TerminalInfo> = {},
  onError?: (thrown: unknown) => void,
): Promise<void> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  bridge.answers['terminal.info'] = () => ({ ok: true, value: anInfo(info) })
  bridge.answers['live.model'] = () => ({ ok: true, value: model })
  for (const name of ['live.watch', 'charging.leave', 'guest.left'] as const) {
    bridge.answers[name] ??= () => ({ ok: true, value: null })
  }
  vi.stubGlobal('terminal', bridge)
  stubPage()
  document.body.innerHTML = '<div id="app"></div>'
  app = createApp(App)
  app.use(createPinia())
  if (onError) app.config.errorHandler = onError
  await useTerminal().open()
  useNow().open(useTerminal().info.clock)
  await useLive().open()
  await speak('en')
  app.mount('#app')
}

export function closeApp(): void {
  useNow().close()
  app?.unmount()
  app = undefined
  vi.useRealTimers()
}

/** The button with this name, as a reader hears it. */
export function button(name: RegExp): HTMLButtonElement | undefined {
  return [...document.querySelectorAll('button')].find((one) =>
    name.test(one.getAttribute('aria-label') ?? one.textContent.trim()),
  )
}

/** Touches a button as soon as it is there and can be touched. */
export async function tap(name: RegExp): Promise<void> {
  const found = await vi.waitFor(() => {
    const one = button(name)
    expect(one?.disabled, String(name)).toBe(false)
    return one
  })
  found?.click()
}

export async function sees(text: string): Promise<void> {
  await vi.waitFor(() => {
    expect(document.body.textContent).toContain(text)
  })
}

/** A touch that somebody makes somewhere on the page: all of its events. */
export function touch(target: EventTarget, pointerId = 7): void {
  for (const type of ['pointerdown', 'pointerup', 'click']) {
    target.dispatchEvent(new PointerEvent(type, { pointerId, bubbles: true, cancelable: true }))
  }
}
