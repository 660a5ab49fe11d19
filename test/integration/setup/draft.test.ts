import { describe, expect, it } from 'vitest'
import type { CommandInput } from '#contract/commands.ts'
import { CommandError } from '#main/core/errors.ts'
import { PlatformError } from '#main/platform/platform.ts'
import type { Draft } from '#main/setup/draft.ts'
import { createSetup, type Setup } from '#main/setup/setup.ts'
import { startBench, type TestBench } from '#test/integration/simulator/harness.ts'
import { createQuietLog } from '#test/unit/main/support/quiet-log.ts'

const manager = { name: 'Max', role: 'manager', pin: '482913' } as const
const rules = {
  cards: 'open',
  byCard: {},
  labelByCard: {},
  preferredCardId: null,
  reader: true,
  ownCard: true,
  packages: true,
  stopCodes: true,
  deskPhone: null,
} as const
const newEmail = 'new@hotel.example'
const newAccount: CommandInput<'setup.register'> = {
  profile: { email: newEmail, firstName: 'Nora', name: 'Neu', isCompany: false },
  password: 'a-long-one',
  additionalFields: [
    { name: 'employee_id', description: null, type: 'text', required: 'true', value: 'E-7' },
  ],
  acceptedDocumentIds: [],
}

interface Bench extends TestBench {
  setup: Setup
  /** What the terminal was made to be. */
  applied: Draft[]
  contact: (key?: string) => Promise<void>
}

async function startDraft(begin: Partial<Draft> = {}): Promise<Bench> {
  const bench = await startBench()
  const { clock, simulator } = bench
  const applied: Draft[] = []
  const setup = createSetup({
    fetch: (url, init) => fetch(url, init),
    clock,
    log: createQuietLog(),
    begin: () => begin,
    exportDraft: () =>
      Promise.resolve({ file: '/somewhere/terminal.json', logo: null, variables: [] }),
    applyDraft: (draft) => {
      applied.push(draft)
      return Promise.resolve()
    },
    machineTimeZone: () => 'Europe/Vienna',
    leastDigits: () => 4,
    protectsSecrets: () => false,
  })
  const contact = (key = simulator.key): Promise<void> =>
    setup.tryEndpoint({ endpoint: simulator.endpoint, key })
  return { ...bench, setup, applied, contact }
}

async function codeOf(work: () => unknown): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof CommandError || error instanceof PlatformError) return error.failure.code
    throw error
  }
}

function chooseTheRest({ setup, simulator }: Bench): void {
  setup.choosePlace({ place: { kind: 'site', siteId: simulator.sites.hotel, label: 'Hotel' } })
  setup.chooseLocale({ language: 'de', timeZone: 'Europe/Vienna' })
  setup.chooseRules(rules)
  setup.setPeople({ people: [manager] })
}

describe('the draft of a set-up', () => {
  it('goes from the first contact to a terminal, and names what is missing on the way', async () => {
    const bench = await startDraft()
    const { setup, simulator, applied } = bench
    expect(setup.state().missing).toEqual([
      'endpoint',
      'account',
      'place',
      'locale',
      'rules',
      'people',
    ])
    await bench.contact()
    await setup.signIn(simulator.account)
    expect(setup.state().missing).toEqual(['place', 'locale', 'rules', 'people'])
    expect(await codeOf(() => setup.apply())).toBe('setup-incomplete')
    chooseTheRest(bench)
    await setup.export()
    expect(setup.state()).toMatchObject({
      missing: [],
      exported: { file: '/somewhere/terminal.json' },
    })
    await setup.apply()
    expect(setup.state().applied).toBe(true)
    expect(applied[0]).toMatchObject({ key: simulator.key, people: [manager] })
    expect(applied[0]?.stopCodeKey).toMatch(/^[\w-]{43}$/)
  })

  it('tells no secret', async () => {
    const bench = await startDraft()
    await bench.contact()
    await bench.setup.signIn(bench.simulator.account)
    chooseTheRest(bench)
    await bench.setup.apply()
    const told = JSON.stringify(bench.setup.state())
    const secrets = [
      bench.simulator.key,
      bench.simulator.account.password,
      manager.pin,
      bench.applied[0]?.stopCodeKey ?? '',
    ]
    expect(secrets.filter((secret) => told.includes(secret))).toEqual([])
  })

  it('keeps a wrong key and says at which step it failed', async () => {
    const { setup, contact } = await startDraft()
    await contact('guessed')
    const { tries, missing } = setup.state()
    expect(tries.at(-1)).toMatchObject({ name: 'key', failure: { code: 'wrong-key' } })
    expect(missing).toContain('endpoint')
  })

  it('sends a known key to no other endpoint', async () => {
    const { setup, contact } = await startDraft()
    await contact()
    const elsewhere = 'https://elsewhere.example/graphql/'
    expect(await codeOf(() => setup.tryEndpoint({ endpoint: elsewhere, key: null }))).toBe(
      'wrong-key',
    )
    expect(await codeOf(() => setup.tryEndpoint({ endpoint: 'http://x.example/', key: 'k' }))).toBe(
      'endpoint-unfit',
    )
  })

  it('tells a wrong password, and takes the right one at once', async () => {
    const { setup, contact, simulator } = await startDraft()
    await contact()
    const { username, password } = simulator.account
    expect(await codeOf(() => setup.signIn({ username, password: 'wrong' }))).toBe(
      'wrong-credentials',
    )
    await setup.signIn({ username, password })
    expect(setup.state().account).toEqual({ kind: 'contact', username })
  })

  it('registers: the e-mail is confirmed first, then the papers are accepted', async () => {
    const { setup, contact, simulator, ask, expectAsked } = await startDraft()
    await contact()
    const documents = await ask<{ id: string }[]>('query L { legalDocuments { id } }')
    const acceptedDocumentIds = documents.map(({ id }) => id)
    await setup.register({ ...newAccount, acceptedDocumentIds })
    expect(setup.state()).toMatchObject({ account: null, unconfirmed: newEmail })
    const signIn = (): Promise<void> => setup.signIn({ username: newEmail, password: null })
    expect(await codeOf(signIn)).toBe('email-unconfirmed')
    await simulator.control.confirmEmail(newEmail)
    await signIn()
    expect(setup.state()).toMatchObject({ account: { username: newEmail } })
    await expectAsked('acceptLegalDocument')
  })

  it('tells with the platform’s own word why it registers nobody', async () => {
    const { setup, contact, simulator } = await startDraft()
    await contact()
    const email = simulator.account.username
    expect(
      await codeOf(() =>
        setup.register({ ...newAccount, profile: { ...newAccount.profile, email } }),
      ),
    ).toBe('registration-refused')
    expect(setup.state().unconfirmed).toBeNull()
  })

  it('looks on without an account', async () => {
    const { setup, contact } = await startDraft()
    await contact()
    await setup.signInAnonymously()
    expect(setup.state().account).toEqual({ kind: 'anonymous' })
  })

  it('asks the platform as the holder of the key first, and as the account then', async () => {
    const { setup, contact, simulator } = await startDraft()
    expect(await codeOf(() => setup.platform())).toBe('setup-incomplete')
    await contact()
    const favourites = 'query F { getFavouriteCps { id } }'
    expect(
      await codeOf(() => setup.platform().execute(favourites, {}, { tries: 1 })),
    ).not.toBeNull()
    await setup.signIn(simulator.account)
    const { data } = await setup
      .platform()
      .execute<unknown, Record<string, unknown>>(favourites, {})
    expect(data).toHaveProperty('getFavouriteCps')
  })

  it('forgets account and site with another endpoint or key', async () => {
    const bench = await startDraft()
    await bench.contact()
    await bench.setup.signIn(bench.simulator.account)
    chooseTheRest(bench)
    await bench.contact('other-key')
    expect(bench.setup.state()).toMatchObject({ account: null, place: null })
    expect(bench.setup.state().locale).not.toBeNull()
  })

  it('wants a manager among the people, and PINs that are fit', async () => {
    const { setup } = await startDraft()
    const staff = { name: 'Ida', role: 'staff', pin: '4821' } as const
    const refused = [
      [staff],
      [manager, { ...staff, pin: manager.pin }],
      [manager, { ...staff, pin: '1234' }],
      [manager, { ...staff, pin: null }],
      [{ ...manager, pin: '4829' }],
    ]
    for (const people of refused) {
      expect(await codeOf(() => setup.setPeople({ people }))).toBe('pin-unfit')
    }
    setup.setPeople({ people: [manager, staff] })
    setup.setPeople({
      people: [
        { ...manager, pin: null },
        { ...staff, role: 'staff' },
      ],
    })
    expect(setup.state().people).toEqual([
      { name: 'Max', role: 'manager' },
      { name: 'Ida', role: 'staff' },
    ])
  })

  it('takes pictures for a logo and nothing else', async () => {
    const { setup } = await startDraft()
    const branding = { name: 'Mozart', accent: '#8a1c4a' }
    const text = Buffer.from('<svg/>').toString('base64')
    expect(await codeOf(() => setup.chooseBranding({ ...branding, logo: text }))).toBe('logo-unfit')
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).toString('base64')
    setup.chooseBranding({ ...branding, logo: png })
    setup.chooseBranding(branding)
    expect(setup.state().branding).toEqual({ ...branding, hasLogo: true })
  })

  it('keeps nothing once whoever set up has gone', async () => {
    const bench = await startDraft()
    await bench.contact()
    await bench.setup.signIn(bench.simulator.account)
    bench.setup.forget()
    expect(bench.setup.state()).toMatchObject({ endpoint: null, hasKey: false, account: null })
    expect(await codeOf(() => bench.setup.platform())).toBe('setup-incomplete')
  })

  it('begins with what the terminal is already, and keeps its stop-code key', async () => {
    const { setup } = await startDraft({
      endpoint: 'https://a.example/',
      key: 'k',
      stopCodeKey: null,
    })
    expect(setup.state()).toMatchObject({
      endpoint: 'https://a.example/',
      hasKey: true,
      stopCodeKey: 'kept',
    })
  })
})
