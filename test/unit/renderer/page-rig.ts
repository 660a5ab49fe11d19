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
import { anInfo, anOffer, FakeBridge, type Answers } from './fakes.ts'
import { stubPage } from './page.ts'

/** The whole renderer on a page, in front of a bridge that gives the answers it was given. */
export class PageRig {
  readonly bridge: FakeBridge
  #app: VueApp | null = null

  constructor(model: LiveModel, answers: Answers = {}, info: Partial<TerminalInfo> = {}) {
    this.bridge = new FakeBridge({
      'terminal.info': () => ({ ok: true, value: anInfo(info) }),
      'live.model': () => ({ ok: true, value: model }),
      'live.watch': () => ({ ok: true, value: null }),
      'guest.left': () => ({ ok: true, value: null }),
      'charging.options': () => ({ ok: true, value: anOffer() }),
      'charging.start': () => ({ ok: true, value: { startId: 'start1' } }),
      'charging.leave': () => ({ ok: true, value: null }),
      'charging.stop': () => ({ ok: true, value: null }),
      ...answers,
    })
  }

  async open(): Promise<void> {
    vi.stubGlobal('terminal', this.bridge)
    stubPage()
    document.body.innerHTML = '<div id="app"></div>'
    const app = createApp(App)
    this.#app = app
    app.use(createPinia())
    await useTerminal().open()
    useNow().open(useTerminal().info.clock)
    await useLive().open()
    await speak('en')
    app.mount('#app')
  }

  close(): void {
    this.#app?.unmount()
    useNow().close()
  }
}

/** Fetches the other screens, as the page does when it has nothing else to do. */
export async function fetchScreens(): Promise<void> {
  await Promise.all([
    import('#renderer/guest/ConnectorScreen.vue'),
    import('#renderer/guest/choose/BookingSheet.vue'),
    import('#renderer/guest/choose/RateSheet.vue'),
    import('#renderer/guest/StationDetails.vue'),
    import('#renderer/guest/StartingScreen.vue'),
    import('#renderer/guest/ClaimScreen.vue'),
    import('#renderer/guest/ChargingScreen.vue'),
    import('#renderer/guest/SummaryScreen.vue'),
    import('#renderer/guest/HelpSheet.vue'),
    import('#renderer/guest/footer/LookSheet.vue'),
    import('#renderer/guest/IdleDialog.vue'),
    import('#renderer/ui/ConfirmDialog.vue'),
    import('#common/qr.ts'),
  ])
}

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

/** Takes the choice that bears these words. */
export async function choose(words: string): Promise<void> {
  const found = await vi.waitFor(() => {
    const one = [...document.querySelectorAll('label')].find(({ textContent }) =>
      textContent.includes(words),
    )
    expect(one, words).toBeDefined()
    return one
  })
  found?.querySelector('input')?.click()
}

export async function sees(text: string): Promise<void> {
  await vi.waitFor(() => {
    expect(document.body.textContent).toContain(text)
  })
}
