// @vitest-environment happy-dom
import { createPinia } from 'pinia'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createApp, h, ref, type App } from 'vue'
import type { CommandInput, CommandOutput } from '#contract/commands.ts'
import type { SessionFilter, SessionNote } from '#contract/desk-sessions.ts'
import type { Result } from '#contract/errors.ts'
import { useHistory, type History } from '#renderer/desk/sessions/use-history.ts'
import { aFailure, FakeBridge } from './fakes.ts'

const ALL: SessionFilter = { status: 'all', fromMs: null, untilMs: null, text: '' }
const ENOUGH_MS = 5_000

interface Question {
  filters: unknown
  timeframe: unknown
  pagination: { limit: number; offset: number }
}
type Told = Result<CommandOutput<'platform.ask'>>

const log = (id: number, station = 'Garage'): object => ({
  __typename: 'Chargelog',
  id: `log-${String(id)}`,
  status: 'stopped',
  dateStart: '2026-11-01T10:00:00Z',
  dateEnd: '2026-11-01T11:00:00Z',
  energyConsumption: 1,
  rateName: null,
  cost: null,
  accountDocument: null,
  connector: {
    __typename: 'Connector',
    id: 'c1',
    label: null,
    evseId: null,
    physicalReference: '7',
    cp: { __typename: 'Cp', id: 's1', label: null, publicName: station },
  },
})

const many = (count: number): object[] => Array.from({ length: count }, (_, index) => log(index))

/** A platform with these sessions in pages of at most `cap`; `counts`: it says how many there are. */
function answering(logs: object[], cap = 100, counts = true): (asked: Question) => Told {
  return ({ pagination: { limit, offset } }) => {
    const size = Math.min(limit, cap)
    const data = logs.slice(offset, offset + size)
    const totalCount = counts ? logs.length : null
    const pagination = { limit: size, offset, totalCount, isLastPage: null }
    const page = { __typename: 'ChargelogsPaged', data, pagination } as never
    return { ok: true, value: { data: { chargelogsPaged: page }, errors: [] } }
  }
}

let app: App | undefined
afterEach(() => {
  app?.unmount()
})

function setUp(answer: (asked: Question) => Told | Promise<Told>, notes: SessionNote[] = []) {
  const questions: Question[] = []
  const bridge = new FakeBridge({
    'platform.ask': ({ variables }: CommandInput<'platform.ask'>) => {
      const question = variables as unknown as Question
      questions.push(question)
      return answer(question)
    },
    'desk.sessionNotes': ({ sessionIds }) => ({
      ok: true,
      value: notes.filter(({ sessionId }) => sessionIds.includes(sessionId)),
    }),
  })
  vi.stubGlobal('terminal', bridge)
  const filter = ref<SessionFilter>(ALL)
  const held: { history?: History } = {}
  app = createApp({
    setup() {
      held.history = useHistory(() => filter.value)
      return () => h('div')
    },
  })
  app.use(createPinia()).mount(document.createElement('div'))
  const { history } = held
  if (!history) throw new Error('There is no history.')
  const settled = (): Promise<void> =>
    vi.waitFor(
      () => {
        expect(history.loading.value).toBe(false)
      },
      { timeout: ENOUGH_MS },
    )
  return { history, filter, questions, settled }
}

describe('the history', () => {
  it('begins with one page and loads on when it is asked to, until all is there', async () => {
    const { history, questions, settled } = setUp(answering(many(250)))
    await settled()
    expect([history.loaded.value, history.total.value, history.complete.value]).toEqual([
      100,
      250,
      false,
    ])
    await history.more()
    await history.more()
    expect([history.loaded.value, history.complete.value]).toEqual([250, true])
    await history.more()
    expect(questions.map(({ pagination }) => pagination.offset)).toEqual([0, 100, 200])
  })

  it('follows pages that are smaller than asked for, also when nobody counts', async () => {
    const { history, settled } = setUp(answering(many(7), 3, false))
    await settled()
    await history.more()
    await history.more()
    expect(history.rows.value.map(({ id }) => id)).toEqual(
      many(7).map((_, i) => `log-${String(i)}`),
    )
    expect([history.total.value, history.complete.value]).toEqual([null, true])
  })

  it('says that it may be incomplete where the platform counts more than it delivers', async () => {
    const logs = many(150)
    const { history, settled } = setUp(answering(logs))
    await settled()
    expect(history.lacking.value).toBe(false)
    logs.unshift(log(999))
    await history.more()
    expect([history.loaded.value, history.complete.value, history.lacking.value]).toEqual([
      150,
      true,
      true,
    ])
    await history.reload()
    await history.more()
    expect([history.loaded.value, history.lacking.value]).toEqual([151, false])
  })

  it('ends where the platform begins to repeat itself, and says that it may be incomplete', async () => {
    const told = answering(many(100), 100, false)
    const { history, questions, settled } = setUp((asked) =>
      told({ ...asked, pagination: { limit: 100, offset: 0 } }),
    )
    await settled()
    await history.more()
    await history.more()
    expect(questions).toHaveLength(2)
    expect([history.loaded.value, history.lacking.value]).toEqual([100, true])
  })

  it('shows a session once that a new one moved to the next page', async () => {
    const logs = many(150)
    const { history, settled } = setUp(answering(logs))
    await settled()
    logs.unshift(log(999))
    await history.more()
    const ids = history.rows.value.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('keeps what is there when a page fails, and goes on with it afterwards', async () => {
    let isDown = false
    const answer = answering(many(150))
    const { history, settled } = setUp((asked) =>
      isDown ? { ok: false, error: aFailure('unavailable') } : answer(asked),
    )
    await settled()
    isDown = true
    await history.more()
    expect([history.loaded.value, history.failure.value?.code]).toEqual([100, 'unavailable'])
    isDown = false
    await history.more()
    expect([history.loaded.value, history.failure.value]).toEqual([150, null])
  })

  it('asks again for another status or time, and drops the answer to the question before', async () => {
    const slow = Promise.withResolvers<Told>()
    const { history, filter, questions } = setUp((asked) =>
      questions.length === 1 ? slow.promise : answering([log(1)])(asked),
    )
    filter.value = { ...ALL, status: 'running', fromMs: 0 }
    await vi.waitFor(() => {
      expect(history.loaded.value).toBe(1)
    })
    slow.resolve(answering(many(50))(questions[0] as Question))
    await slow.promise
    await new Promise((resolve) => setTimeout(resolve))
    expect(history.loaded.value).toBe(1)
    expect(questions[1]).toMatchObject({
      filters: { status: 'started' },
      timeframe: { start: '1970-01-01T00:00:00.000Z', end: null },
    })
  })
})

describe('looking for a text in the history', () => {
  it('finds booking and note as well, without asking the platform for what is loaded', async () => {
    const notes = [{ sessionId: 'log-3', bookingReference: 'Room 214', note: 'late' }]
    const { history, filter, questions, settled } = setUp(answering(many(40)), notes)
    await settled()
    filter.value = { ...ALL, text: '214 late' }
    expect(history.rows.value.map(({ id }) => id)).toEqual(['log-3'])
    expect(questions).toHaveLength(1)
  })

  it('loads on by itself until something is found', async () => {
    const logs = [...many(350), log(999, 'At the lake')]
    const { history, filter } = setUp(answering(logs))
    filter.value = { ...ALL, text: 'lake' }
    await vi.waitFor(
      () => {
        expect(history.rows.value).toHaveLength(1)
      },
      { timeout: ENOUGH_MS },
    )
    expect(history.loaded.value).toBe(351)
  })

  it('stops after a thousand sessions, and goes on when somebody says so', async () => {
    const { history, filter, settled } = setUp(answering(many(2_300)))
    await settled()
    filter.value = { ...ALL, text: 'nowhere' }
    await vi.waitFor(
      () => {
        expect(history.loaded.value).toBe(1_100)
      },
      { timeout: ENOUGH_MS },
    )
    await settled()
    expect(history.complete.value).toBe(false)
    await history.more()
    expect(history.loaded.value).toBe(2_100)
  })

  it('finds what staff have just written', async () => {
    const { history, filter, settled } = setUp(answering(many(5)))
    await settled()
    history.noted({ sessionId: 'log-2', bookingReference: '305', note: null })
    filter.value = { ...ALL, text: '305' }
    expect(history.rows.value.map(({ id }) => id)).toEqual(['log-2'])
  })
})
