// @vitest-environment happy-dom
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, nextTick, type App } from 'vue'
import type { Registration } from '#contract/account.ts'
import RegisterForm from '#renderer/account/RegisterForm.vue'
import { speakDesk } from '#renderer/i18n/desk-text.ts'
import { useNow } from '#renderer/live/now.ts'
import { useTerminal } from '#renderer/live/terminal.ts'
import { button } from '../on-screen.ts'
import { anInfo, FakeBridge } from '../fakes.ts'

const properties = {
  additionalFields: [
    {
      name: 'employee_id',
      description: 'Employee number',
      required: 'true',
      type: 'text',
      value: null,
    },
  ],
  legalDocuments: [
    { id: 'terms', type: 'TERMS_AND_CONDITIONS', version: '3.0', url: 'https://x.example/terms' },
    { id: 'house', type: 'HOUSE_RULES', version: '1', url: 'https://x.example/house' },
  ],
  currencies: [],
}

let app: App
let registered: Registration[] = []

beforeEach(async () => {
  registered = []
  document.body.innerHTML = '<div id="app"></div>'
  app = createApp(RegisterForm, {
    ...properties,
    onRegister: (registration: Registration) => registered.push(registration),
  })
  app.use(createPinia())
  const answers = { 'terminal.info': () => ({ ok: true as const, value: anInfo() }) }
  vi.stubGlobal('terminal', new FakeBridge(answers))
  await useTerminal().open()
  useNow().open(useTerminal().info.clock)
  await speakDesk('en')
  app.mount('#app')
})
afterEach(() => {
  useNow().close()
  app.unmount()
})

const labelled = (words: string): HTMLInputElement => {
  const label = [...document.querySelectorAll('label')].find(
    ({ textContent }) => textContent.trim() === words,
  )
  const field = label?.querySelector('input') ?? document.getElementById(label?.htmlFor ?? '')
  if (!(field instanceof HTMLInputElement)) throw new Error(`There is no field ${words}`)
  return field
}
async function type(words: string, text: string): Promise<void> {
  const field = labelled(words)
  field.value = text
  field.dispatchEvent(new Event('input'))
  await nextTick()
}
async function send(): Promise<void> {
  button(/^Register$/)?.form?.dispatchEvent(new Event('submit', { cancelable: true }))
  await nextTick()
}
const problems = (): string[] =>
  [...document.querySelectorAll('.error')].map(({ textContent }) => textContent.trim())

describe('the form to register', () => {
  it('tells nothing before somebody has tried, then everything that is missing', async () => {
    expect(problems()).toEqual([])
    await send()
    expect(problems()).toEqual(Array.from({ length: 3 }, () => 'Please fill this in.'))
    expect(document.body.textContent).toContain('Every document has to be accepted.')
    expect(registered).toEqual([])
  })

  it('names the documents, and those that we do not know as the platform does', () => {
    expect(document.body.textContent).toContain('I accept: Terms and conditions, version 3.0')
    expect(document.body.textContent).toContain('I accept: HOUSE_RULES, version 1')
  })

  it('asks for a currency only where there is a choice', () => {
    expect(document.body.textContent).not.toContain('Currency')
  })

  it('hands over what was typed, and nothing before all of it is right', async () => {
    await type('E-mail', 'new@hotel.example')
    await type('Password', 'secret')
    await type('Password once more', 'secret')
    await type('Employee number', '42')
    labelled('I accept: Terms and conditions, version 3.0').click()
    await send()
    expect(registered).toEqual([])
    labelled('I accept: HOUSE_RULES, version 1').click()
    await nextTick()
    await send()
    expect(registered).toMatchObject([
      {
        profile: { email: 'new@hotel.example' },
        password: 'secret',
        additionalFields: [{ name: 'employee_id', value: '42', required: 'true' }],
        acceptedDocumentIds: ['terms', 'house'],
      },
    ])
  })
})
