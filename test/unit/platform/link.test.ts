// @vitest-environment happy-dom
import { createPinia } from 'pinia'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createApp, type App, type Component } from 'vue'
import { createClock } from '#common/clock.ts'
import { firstSummary, nextSummary } from '#main/charging/sessions/summary.ts'
import { afterPaymentOpened, newPayment } from '#main/charging/start/payment.ts'
import type { StartRecord } from '#main/charging/ledger/records.ts'
import { createDocuments } from '#main/documents/documents.ts'
import type { Platform } from '#main/platform/platform.ts'
import { endpointSchema } from '#main/settings/option-values.ts'
import { createPictures } from '#main/site/pictures.ts'
import { trustedOperations } from '#platform/generated/trusted.ts'
import RegisterForm from '#renderer/account/RegisterForm.vue'
import LegalCard from '#renderer/desk/account/LegalCard.vue'
import { webLinkOf } from '#renderer/desk/account/web-link.ts'
import { speakDesk } from '#renderer/i18n/desk-text.ts'
import DocumentSheet from '#renderer/desk/documents/DocumentSheet.vue'
import SessionDocuments from '#renderer/desk/sessions/SessionDocuments.vue'
import LegalCodes from '#renderer/guest/choose/LegalCodes.vue'
import { useNow } from '#renderer/live/now.ts'
import { useTerminal } from '#renderer/live/terminal.ts'
import { client } from '#renderer/ask/client.ts'
import { anInfo } from '#test/support/entities.ts'
import { chargelog, chargelogParts } from '../main/charging/rig.ts'
import { FakeBridge } from '../renderer/fakes.ts'
import { stubPage } from '../renderer/page.ts'

const GOOD = [
  'https://files.example/a?id=1',
  ' https://files.example/a ',
  // The demo network's own pages.
  'http://127.0.0.1:4000/a',
]
const BAD = [
  ...['http://files.example/a', 'http://127.0.0.1.files.example/a'],
  ...['https://name:word@files.example/', 'http://localhost@files.example/a'],
  ...['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'smb://files.example/a'],
  ...['<img src=x onerror=alert(1)>', '../../etc/passwd', '/checkout/1', 'see the desk', ' '],
]

const saysNoLink = /gave no link|too long|tells no link|neither a document nor official/
let app: App | null = null

/** Whether a part of the page draws a code, once it is there; `told` is what the platform answers. */
async function drawsCode(
  part: Component,
  props: Record<string, unknown>,
  told: Record<string, unknown> = {},
): Promise<boolean> {
  const bridge = new FakeBridge({
    'terminal.info': () => ({ ok: true, value: anInfo() }),
    'platform.ask': ({ id }) => {
      const answer = told[trustedOperations[id]?.name ?? '']
      const data = { __typename: 'Query', ...(answer as object) } as never
      return { ok: true, value: { data, errors: [] } }
    },
  })
  vi.stubGlobal('terminal', bridge)
  stubPage()
  document.body.innerHTML = '<div id="app"></div>'
  app = createApp(part, props)
  app.use(createPinia())
  await useTerminal().open()
  useNow().open(useTerminal().info.clock)
  app.mount('#app')
  await vi.waitFor(() => {
    const isDrawn = document.querySelector('svg.code') !== null
    expect(isDrawn || saysNoLink.test(document.body.textContent)).toBe(true)
  })
  return document.querySelector('svg.code') !== null
}

const paper = (url: string) => ({
  ...{ __typename: 'LegalDocument', id: 'terms', type: 'TERMS_AND_CONDITIONS', version: '1' },
  url,
})
const paying = {
  ...{ step: 'requested', kind: 'phone', history: [] },
  payment: newPayment({ amount: 30, currency: 'EUR' }, 0),
} as unknown as StartRecord
const summary = (parts: Parameters<typeof chargelogParts>[0]) =>
  nextSummary(firstSummary(chargelog(), 0), chargelogParts(parts), true)
const documentWith = (downloadLink: string) => ({
  ...{ __typename: 'AccountDocument', id: 'd1', title: 'Invoice', type: 'invoice' },
  ...{ documentDate: null, downloadLink },
})

/** Whoever shows, opens or follows a link that was delivered or typed: whether it does with this one. */
const callers: Readonly<Record<string, (link: string) => boolean | Promise<boolean>>> = {
  'the page to pay on': (redirectUrl) =>
    afterPaymentOpened(paying, { preauthId: 'p1', redirectUrl }, 0).payment?.url != null,
  'the invoice of a charge': (downloadLink) => {
    const accountDocument = {
      ...documentWith(downloadLink),
      __typename: 'AccountDocument' as const,
    }
    return summary({ accountDocument } as never).documentUrl !== null
  },
  'its calibration details': (calibrationDetails) =>
    summary({ calibrationDetails }).calibrationUrl !== null,
  'documents of a session at the desk': (link) =>
    drawsCode(SessionDocuments, {
      log: { accountDocument: { title: null, downloadLink: link }, calibrationDetails: link },
    }),
  'a document at the desk': (link) =>
    drawsCode(
      DocumentSheet,
      { documentId: 'd1' },
      { DeskDocument: { accountDocument: documentWith(link) } },
    ),
  'a document in the system’s viewer': async (downloadLink) => {
    let isOpen = false
    const execute = () => Promise.resolve({ data: { accountDocument: { downloadLink } } })
    const documents = createDocuments({
      platform: { execute } as unknown as Platform,
      audit: { write: () => undefined },
      openOutside: () => {
        isOpen = true
        return Promise.resolve()
      },
    })
    await documents.open('d1').catch(() => undefined)
    return isOpen
  },
  'terms and privacy policy': (url) =>
    drawsCode(LegalCodes, {}, { LegalDocuments: { legalDocuments: [paper(url)] } }),
  'legal documents of the account': (url) =>
    drawsCode(LegalCard, { paper: paper(url), accepted: null, busy: false }),
  'what a new account accepts': (url) =>
    drawsCode(RegisterForm, {
      ...{ additionalFields: [], currencies: [], legalDocuments: [paper(url)] },
    }),
  'the page that registers a means of payment': (link) =>
    webLinkOf({ absoluteLink: link, link: null }) !== null,
  'a picture of a station': (url) => {
    const pictures = createPictures({
      clock: createClock({ startMs: 0, speed: 0 }),
      endpoint: 'http://127.0.0.1:4000/graphql/',
      resolveHost: () => Promise.resolve([]),
      fetch: () => Promise.reject(new Error('nothing is fetched')),
    })
    const site = { id: 'site', label: '', company: null }
    pictures.takeStatic({ site, connectors: [], pictureUrls: new Map([['s1', [url]]]) })
    return pictures.pathsOf('s1').length > 0
  },
  'the platform’s address': (text) => endpointSchema.safeParse(text).success,
}

beforeAll(() => speakDesk('en'))
afterEach(async () => {
  if (app) {
    useNow().close()
    app.unmount()
  }
  app = null
  await client.clearStore()
})

describe.each(Object.entries(callers))('%s', (_, takes) => {
  it.each(GOOD)('may be %s', async (link) => {
    expect(await takes(link)).toBe(true)
  })

  it.each(BAD)('may not be %j', async (link) => {
    expect(await takes(link)).toBe(false)
  })
})

it.each([
  ['may not be shown', 'http://files.example/a', 'gave no link that may be shown here'],
  ['is too long for any code', `https://files.example/${'a'.repeat(2_953)}`, 'too long for a code'],
])('where a link %s, words say so in its place', async (_, url, words) => {
  expect(await drawsCode(LegalCard, { paper: paper(url), accepted: null, busy: false })).toBe(false)
  expect(document.querySelector('figure')?.textContent).toContain(words)
})

it('codes are drawn in one place, and nothing in the page leads outside by itself', () => {
  const sources: Record<string, string> = import.meta.glob(
    ['../../../src/renderer/**/*.{ts,vue}', '!../../../src/renderer/ui/QrPicture.vue'],
    { query: '?raw', import: 'default', eager: true },
  )
  expect(Object.keys(sources).length).toBeGreaterThan(100)
  const leading = /\bqrOf\b|from 'uqr'|\bhref=|window\.open|location\.(href|assign|replace)/
  const found = Object.entries(sources).filter(([, text]) => leading.test(text))
  expect(found.map(([name]) => name)).toEqual([])
  // A delivered link is drawn by QrCode alone, which looks at it first; the way to a plug and what is taken
  // along (an event for the calendar, of the terminal's own words) are no links.
  const drawing = Object.entries(sources).filter(([, text]) => text.includes('/QrPicture.vue'))
  expect(drawing.map(([name]) => name.split('/').at(-1))).toEqual([
    'ChargeTake.vue',
    'SummaryReceipt.vue',
    'StationWay.vue',
    'QrCode.vue',
  ])
})
