// @vitest-environment happy-dom
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp, type App } from 'vue'
import LegalCodes from '#renderer/guest/choose/LegalCodes.vue'
import { speak } from '#renderer/i18n/i18n.ts'
import { useTerminal } from '#renderer/live/terminal.ts'
import { client } from '#renderer/ask/client.ts'
import { qrOf } from '#common/qr.ts'
import { anInfo, FakeBridge } from './fakes.ts'

const urlIn = (language = 'none'): string => `https://legal.example/terms?language=${language}`
/** The same document in each language: its id tells nothing of it. */
const termsIn = (language: string | undefined) => ({
  __typename: 'Query',
  legalDocuments: [
    {
      ...{ __typename: 'LegalDocument', id: 'terms', type: 'TERMS_AND_CONDITIONS', version: '1' },
      url: urlIn(language),
    },
  ],
})

let bridge: FakeBridge
let app: App

/** A guest looks at the plug's screen. */
async function look(): Promise<void> {
  document.body.innerHTML = '<div id="app"></div>'
  app = createApp(LegalCodes)
  app.use(createPinia())
  await useTerminal().open()
  app.mount('#app')
}

async function seesTermsIn(language: string): Promise<void> {
  await vi.waitFor(() => {
    const drawn = document.querySelector('svg.code path')?.getAttribute('d')
    expect(drawn).toBe(qrOf(urlIn(language))?.path)
  })
}

const askedIn = (): unknown[] => bridge.inputsOf('platform.ask').map(({ language }) => language)

beforeEach(async () => {
  bridge = new FakeBridge({
    'terminal.info': () => ({ ok: true, value: anInfo() }),
    'platform.ask': ({ language }) => ({
      ok: true,
      value: { data: termsIn(language), errors: [] },
    }),
  })
  vi.stubGlobal('terminal', bridge)
  await speak('en')
})
afterEach(async () => {
  app.unmount()
  await client.clearStore()
})

it('terms and privacy policy come in the guest’s language, and in the next guest’s', async () => {
  await look()
  await seesTermsIn('en')
  await speak('pl')
  await seesTermsIn('pl')
  await speak('en')
  await seesTermsIn('en')
  expect(bridge.inputsOf('platform.ask').map(({ variables }) => variables)).toEqual([{}, {}])
  expect(askedIn()).toEqual(['en', 'pl'])
})

it('are asked for once in each language, however often somebody looks', async () => {
  for (const language of ['en', 'pl', 'en', 'pl']) {
    await speak(language)
    await look()
    await seesTermsIn(language)
    app.unmount()
  }
  expect(askedIn()).toEqual(['en', 'pl'])
})
