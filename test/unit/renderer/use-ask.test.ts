// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, ref, type EffectScope } from 'vue'
import {
  AccountCurrenciesDocument,
  DeskCardDocument,
  DeskCardsDocument,
  PaymentMediumDocument,
} from '#platform/generated/ask/graphql.ts'
import { client } from '#renderer/ask/client.ts'
import { useAsk } from '#renderer/ask/use-ask.ts'
import { CommandError } from '#renderer/bridge.ts'
import { aFailure, FakeBridge, type Answers } from './fakes.ts'

type PlatformAnswer = NonNullable<Answers['platform.ask']>

let bridge: FakeBridge
let scope: EffectScope

/** A screen before a platform that answers each question so. */
function before(answer: PlatformAnswer): void {
  bridge = new FakeBridge({ 'platform.ask': answer })
  vi.stubGlobal('terminal', bridge)
}
const delivering =
  (data: Record<string, unknown>, errors: { message: string }[] = []): PlatformAnswer =>
  () =>
    ({ ok: true, value: { data: { __typename: 'Query', ...data }, errors } }) as never
const asked = (): number => bridge.inputsOf('platform.ask').length
const opened = <T>(screen: () => T): T => scope.run(screen) as T

beforeEach(() => {
  setActivePinia(createPinia())
  scope = effectScope()
})
afterEach(async () => {
  scope.stop()
  await client.clearStore()
})

const currencies = {
  availableCurrencies: { __typename: 'CurrencyPage', data: [] },
}

it('a question without cache goes to the network each time a screen opens', async () => {
  before(delivering({ card: null }))
  for (const times of [1, 2]) {
    const { result, atMs } = opened(() =>
      useAsk(DeskCardDocument, { id: 'c1' }, { as: 'once', read: ({ card }) => card }),
    )
    await vi.waitFor(() => {
      expect(result.value).toBe(null)
    })
    expect([asked(), typeof atMs.value]).toEqual([times, 'number'])
  }
})

it('a remembered answer saves the request', async () => {
  before(delivering(currencies))
  for (const cache of ['instead', 'instead'] as const) {
    const { result } = opened(() => useAsk(AccountCurrenciesDocument, {}, { as: 'once', cache }))
    await vi.waitFor(() => {
      expect(result.value?.availableCurrencies?.data).toEqual([])
    })
  }
  expect(asked()).toBe(1)
})

it('a remembered answer is shown while the network is asked', async () => {
  before(delivering(currencies))
  const panes = () =>
    opened(() => useAsk(AccountCurrenciesDocument, {}, { as: 'once', cache: 'meanwhile' }))
  const first = panes()
  await vi.waitFor(() => {
    expect(first.loading.value).toBe(false)
  })
  const second = panes()
  expect([second.result.value !== undefined, second.loading.value]).toEqual([true, true])
  await vi.waitFor(() => {
    expect([second.loading.value, asked()]).toEqual([false, 2])
  })
})

it('polls as often as `everyMs` says', async () => {
  before(delivering({ hasPaymentMedium: false }))
  const everyMs = ref(5)
  const { result } = opened(() =>
    useAsk(PaymentMediumDocument, {}, { as: 'poll', everyMs: () => everyMs.value }),
  )
  await vi.waitFor(() => {
    expect(asked()).toBeGreaterThan(2)
  })
  expect(result.value?.hasPaymentMedium).toBe(false)
})

it('another value is another question, and null is none', async () => {
  const id = ref<string | null>(null)
  before(() => ({ ok: false, error: aFailure('offline') }))
  const { error, result, loading } = opened(() =>
    useAsk(DeskCardDocument, () => (id.value === null ? null : { id: id.value }), { as: 'once' }),
  )
  expect([loading.value, asked()]).toEqual([false, 0])
  id.value = 'c1'
  await vi.waitFor(() => {
    expect([error.value?.code, result.value, asked()]).toEqual(['offline', undefined, 1])
  })
})

it('an answer of errors alone is a failure, one with a part of it is partial', async () => {
  before(delivering({ card: null }, [{ message: 'no' }]))
  const alone = opened(() => useAsk(DeskCardDocument, { id: 'c1' }, { as: 'once' }))
  await vi.waitFor(() => {
    expect(alone.failure.value?.code).toBe('unavailable')
  })
  before(delivering(currencies, [{ message: 'no' }]))
  const part = opened(() =>
    useAsk(AccountCurrenciesDocument, {}, { as: 'once', cache: 'meanwhile' }),
  )
  await vi.waitFor(() => {
    expect([part.partial.value, part.failure.value]).toEqual([true, null])
  })
})

it('what `read` throws is the failure; an answer that was there stays', async () => {
  before(delivering({ card: null }))
  let lacks = false
  const { result, error, failure, partial, again } = opened(() =>
    useAsk(
      DeskCardDocument,
      { id: 'c1' },
      {
        as: 'once',
        read: () => {
          if (lacks) throw new CommandError(aFailure('not-found'))
          return 'there'
        },
      },
    ),
  )
  await vi.waitFor(() => {
    expect(result.value).toBe('there')
  })
  lacks = true
  await again()
  expect([result.value, error.value?.code]).toEqual(['there', 'not-found'])
  expect([failure.value, partial.value]).toEqual([null, true])
})

it('lists are asked for page by page', async () => {
  before(delivering({ cardsPaged: { __typename: 'CardPage', data: [], pagination: null } }))
  const pages = opened(() =>
    useAsk(DeskCardsDocument, (pagination) => ({ pagination }), {
      as: 'page',
      limit: 50,
      list: ({ cardsPaged }) => cardsPaged,
    }),
  )
  expect(asked()).toBe(0)
  await pages.more()
  expect(bridge.inputsOf('platform.ask').map(({ variables }) => variables)).toEqual([
    { pagination: { limit: 50, offset: 0 } },
  ])
})
