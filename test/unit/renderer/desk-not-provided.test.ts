// @vitest-environment happy-dom
import { createPinia } from 'pinia'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createApp, type App, type Component } from 'vue'
import type { LiveModel } from '#contract/live.ts'
import { trustedOperations } from '#platform/generated/trusted.ts'
import CardSheet from '#renderer/desk/cards/CardSheet.vue'
import CardsScreen from '#renderer/desk/cards/CardsScreen.vue'
import ContactPane from '#renderer/desk/account/ContactPane.vue'
import ContractsPane from '#renderer/desk/account/ContractsPane.vue'
import AccountScreen from '#renderer/desk/account/AccountScreen.vue'
import PaymentPane from '#renderer/desk/account/PaymentPane.vue'
import { speakDesk } from '#renderer/i18n/desk-text.ts'
import DocumentsScreen from '#renderer/desk/documents/DocumentsScreen.vue'
import { useLive } from '#renderer/live/live.ts'
import { useNow } from '#renderer/live/now.ts'
import { useTerminal } from '#renderer/live/terminal.ts'
import { client } from '#renderer/ask/client.ts'
import { aFailure, aModel, anInfo, aSession, FakeBridge, NOW_MS, type Answers } from './fakes.ts'
import { stubPage } from './page.ts'

type Told = Readonly<Record<string, unknown>>

interface Shown {
  readonly props?: Told
  readonly answers?: Answers
  readonly model?: LiveModel
}

let app: App | undefined

/** One screen of the desk before a platform that answers each operation so; an operation that is not named fails. */
async function show(
  screen: Component,
  told: Readonly<Record<string, Told | ((variables: unknown) => Told)>>,
  { props = {}, answers = {}, model = aModel() }: Shown = {},
): Promise<void> {
  const bridge = new FakeBridge({
    'terminal.info': () => ({ ok: true, value: anInfo({ mode: 'desk' }) }),
    'live.model': () => ({ ok: true, value: model }),
    'settings.cardRules': () => ({
      ok: true,
      value: { cards: 'open', byCard: {}, labelByCard: {}, preferredCardId: null },
    }),
    'platform.ask': ({ id, variables }) => {
      const answer = told[trustedOperations[id]?.name ?? '']
      if (!answer) return { ok: false, error: aFailure('offline') }
      const data = typeof answer === 'function' ? answer(variables) : answer
      return { ok: true, value: { data: { __typename: 'Query', ...data }, errors: [] } }
    },
    ...answers,
  })
  vi.stubGlobal('terminal', bridge)
  stubPage()
  document.body.innerHTML = '<div id="app"></div>'
  app = createApp(screen, props)
  app.use(createPinia())
  await useTerminal().open()
  useNow().open({ nowMs: NOW_MS, speed: 1 })
  await useLive().open()
  await speakDesk('en')
  app.mount('#app')
}

const text = (): string => document.body.textContent
async function sees(words: string): Promise<void> {
  await vi.waitFor(() => {
    expect(text()).toContain(words)
  })
}
/** What stands beside this name in a list of facts. */
const fact = (name: string): string | undefined =>
  [...document.querySelectorAll('dt')].find((one) => one.textContent === name)?.nextElementSibling
    ?.textContent

afterEach(async () => {
  app?.unmount()
  useNow().close()
  await client.clearStore()
})

const page = (data: unknown) => ({ __typename: 'Page', data, pagination: null })

describe('a list at the desk', () => {
  it.each([
    [CardsScreen, 'DeskCards', 'cardsPaged', 'The account has no cards.'],
    [
      DocumentsScreen,
      'DeskDocuments',
      'accountDocumentsPaged',
      'The account has no documents yet.',
    ],
  ] as const)('that is not told is not called empty', async (screen, name, field, empty) => {
    await show(screen, { [name]: { [field]: page(null) } })
    await sees('The platform does not tell this.')
    expect(text()).not.toContain(empty)
  })

  it.each([
    [CardsScreen, 'DeskCards', 'cardsPaged', 'The account has no cards.'],
    [
      DocumentsScreen,
      'DeskDocuments',
      'accountDocumentsPaged',
      'The account has no documents yet.',
    ],
  ] as const)('that is empty says so', async (screen, name, field, empty) => {
    await show(screen, { [name]: { [field]: page([]) } })
    await sees(empty)
  })

  it('whose answer is an error alone is broken', async () => {
    const errors = [{ message: 'INTERNAL', code: 'INTERNAL' }]
    const data = { __typename: 'Query', cardsPaged: null }
    await show(
      CardsScreen,
      {},
      { answers: { 'platform.ask': () => ({ ok: true, value: { data, errors } }) } },
    )
    await sees('Code unavailable')
  })

  it.each([CardsScreen, DocumentsScreen])(
    'that could not be asked for is broken',
    async (screen) => {
      await show(screen, {})
      await sees('Code offline')
    },
  )
})

describe('means of payment', () => {
  const methods = (registered: unknown) => ({
    paymentMethods: {
      __typename: 'PaymentMethods',
      nativeSession: {
        __typename: 'NativeSession',
        registeredPaymentsMethods: registered,
        applicablePaymentMethods: [],
      },
    },
    hasPaymentMedium: null,
  })

  it('that are not told are not called none', async () => {
    await show(PaymentPane, { PaymentMethods: { paymentMethods: null, hasPaymentMedium: null } })
    await sees('not told')
    expect(text()).not.toContain('None is registered.')
  })

  it('are none where the list is empty', async () => {
    await show(PaymentPane, { PaymentMethods: methods([]) })
    await sees('None is registered.')
  })
})

describe('the contact', () => {
  const contact = {
    __typename: 'Contact',
    id: 'contact1',
    displayName: null,
    firstName: 'Ada',
    name: null,
    email: null,
    phone: null,
    mobile: null,
    birthday: null,
    gender: null,
    isCompany: null,
    isDeactivated: null,
    companyId: null,
    vat: null,
    language: null,
    currency: null,
    address: null,
    createdAt: 'not a date',
    updatedAt: '0000-00-00 00:00:00',
  }

  it('is neither active nor has a date where neither can be read', async () => {
    await show(ContactPane, { AccountContact: { contact } })
    await sees('Kept by the platform')
    for (const name of ['State', 'Created', 'Last changed', 'Shown as', 'Company number'])
      expect(fact(name), name).toBe('not told')
  })

  it('is not told at all where the platform answers without one', async () => {
    await show(ContactPane, { AccountContact: { contact: null } })
    await sees('The platform does not tell this.')
  })
})

describe('a rate without a name', () => {
  it('is called by its short text, or said to have none, never by its id alone', async () => {
    const rate = { __typename: 'ContractRateOption', name: null, description: null }
    await show(ContractsPane, {
      ContractOptions: {
        contractPaymentMethods: null,
        contractRateOptions: [
          { ...rate, id: '4f1c', shortDescription: '0.35 EUR/kWh' },
          { ...rate, id: '9e2d', shortDescription: null },
        ],
        bankAccount: null,
      },
    })
    await sees('Rate without a name (9e2d)')
    expect(fact('0.35 EUR/kWh')).toBe('0.35 EUR/kWh')
    expect(fact('Rate without a name (9e2d)')).toBe('not told')
    expect(text()).not.toContain('The platform offers none.')
  })
})

describe('a card at the desk', () => {
  const card = {
    __typename: 'Card',
    id: 'card1',
    label: 'Guests',
    number: '1001',
    type: null,
    status: 'active',
    expiryDate: null,
    deactivationReason: null,
    preauthRequired: false,
    rate: null,
  }
  const props = {
    cardId: 'card1',
    rules: { cards: 'open', byCard: {}, labelByCard: {}, preferredCardId: null },
    mayChange: true,
  }
  const rename = async (): Promise<void> => {
    await sees('Save the name')
    const field = [...document.querySelectorAll('input')].find(({ value }) => value === 'Guests')
    if (!field) throw new Error('no field for the name')
    field.value = 'Visitors'
    field.dispatchEvent(new Event('input'))
    await vi.waitFor(() => {
      const save = [...document.querySelectorAll('button')].find((one) =>
        one.textContent.includes('Save the name'),
      )
      expect(save?.disabled).toBe(false)
      save?.click()
    })
  }
  const updated = (label: string) => ({
    UpdateCard: {
      updateCard: {
        __typename: 'UpdateCardResponse',
        id: 'card1',
        label,
        status: 'active',
        message: 'Card updated successfully.',
      },
    },
  })

  it('does not claim what was not told: its type, its end, its rate', async () => {
    await show(CardSheet, { DeskCard: { card } }, { props })
    await sees('Payment before the start')
    for (const name of ['Type', 'Valid until', 'Rate']) expect(fact(name), name).toBe('not told')
  })

  it('says what the platform answered to a new name', async () => {
    await show(CardSheet, { DeskCard: { card }, ...updated('Visitors') }, { props })
    await rename()
    await sees('Card updated successfully.')
  })

  it('has the name that the platform keeps, if it is another one', async () => {
    await show(CardSheet, { DeskCard: { card }, ...updated('Guests') }, { props })
    await rename()
    await sees('The platform has another name for it: “Guests”.')
    const values = [...document.querySelectorAll('input')].map(({ value }) => value)
    expect(values).toContain('Guests')
    expect(values).not.toContain('Visitors')
  })
})

describe('deleting the account', () => {
  it('warns of charges that run, not of those that have ended', async () => {
    const sessions = [
      aSession({ id: 'a' }),
      aSession({ id: 'b', status: 'stopped' }),
      aSession({ id: 'c', status: 'stopped' }),
    ]
    await show(
      AccountScreen,
      { AccountContact: { contact: null } },
      {
        model: aModel({ sessions }),
        answers: {
          'account.state': () => ({
            ok: true,
            value: {
              signedIn: true,
              username: 'desk@hotel.example',
              endpoint: 'https://platform.example',
              lasting: true,
            },
          }),
        },
      },
    )
    await sees('Delete')
    const tab = [...document.querySelectorAll('[role=tab]')].find(
      ({ textContent }) => textContent.trim() === 'Delete',
    )
    tab?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 }))
    await sees('1 charge is running on this account.')
  })
})
