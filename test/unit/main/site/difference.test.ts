import { describe, expect, it } from 'vitest'
import type { Connector } from '#contract/site.ts'
import type { ModelContent } from '#main/site/compose.ts'
import { differenceOf } from '#main/site/difference.ts'
import { aConnector } from '#test/support/entities.ts'

const connector = (id: string, over: Partial<Connector> = {}): Connector =>
  aConnector({ id, ...over })

const model = (over: Partial<ModelContent> = {}): ModelContent => ({
  site: { id: 'site', label: 'Site', company: null },
  link: { state: 'live', sinceMs: 1, lastGoodAtMs: null, error: null },
  connectors: [connector('a'), connector('b')],
  sessions: [],
  starts: [],
  approvals: [],
  ...over,
})

describe('the difference of two models', () => {
  it('is nothing when nothing has changed, whatever the objects', () => {
    expect(differenceOf(model(), model())).toBeNull()
  })

  it('holds the changed connector alone, whole', () => {
    const changed = connector('b', { state: 'in-use', startBlock: 'busy' })
    const after = model({ connectors: [connector('a'), changed] })
    expect(differenceOf(model(), after)).toEqual({ connectors: [changed] })
  })

  it('tells the order only when connectors came, went or moved', () => {
    const moved = model({ connectors: [connector('b'), connector('a')] })
    expect(differenceOf(model(), moved)).toEqual({ order: ['b', 'a'] })
    const gone = model({ connectors: [connector('b')] })
    expect(differenceOf(model(), gone)).toEqual({ order: ['b'] })
  })

  it('tells a site and a link that changed', () => {
    const link = { state: 'lost', sinceMs: 9, lastGoodAtMs: 5, error: 'offline' } as const
    expect(differenceOf(model(), model({ link, site: null }))).toEqual({ link, site: null })
  })

  it('names starts that are gone', () => {
    const start = {
      id: 's',
      connectorId: 'a',
      kind: 'card',
      payment: null,
      target: null,
      claimed: true,
      code: null,
      step: 'requested',
      history: [],
      validUntilMs: 1,
      cancelled: false,
      failure: null,
      sessionId: null,
    } as const
    const before = model({ starts: [{ ...start, history: [] }] })
    expect(differenceOf(before, model())).toEqual({ removedStarts: ['s'] })
  })
})
