// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { LiveModel } from '#contract/live.ts'
import { useLive } from '#renderer/live/live.ts'
import { aConnector, aModel, anInfo, aSession, aStart, FakeBridge } from './fakes.ts'
import { stubPage } from './page.ts'

describe('the live store', () => {
  let model: LiveModel
  let bridge: FakeBridge

  beforeEach(() => {
    setActivePinia(createPinia())
    model = aModel({ revision: 7 })
    bridge = new FakeBridge({ 'live.model': () => ({ ok: true, value: model }) })
    stubPage()
    vi.stubGlobal('terminal', bridge)
  })

  it('shows the whole model, connectors in the site’s order', async () => {
    const live = useLive()
    await live.open()
    expect(live.inOrder.map((connector) => connector.number)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
    ])
    expect(live.site?.label).toBe('Hotel Mozart')
    expect(live.sessions.get('log1')?.energyKWh).toBe(18.4)
  })

  it('applies a difference to what it names and leaves everything else as it is', async () => {
    const live = useLive()
    await live.open()
    const untouched = live.connectors.get('c1')
    bridge.push('live', {
      revision: 8,
      connectors: [aConnector({ id: 'c2', number: '2', state: 'free' })],
      sessions: [aSession({ energyKWh: 19 })],
      starts: [aStart()],
    })
    expect(live.connectors.get('c2')?.state).toBe('free')
    expect(live.connectors.get('c1')).toBe(untouched)
    expect(live.sessions.get('log1')?.energyKWh).toBe(19)
    expect(live.starts.get('start1')?.step).toBe('waiting-for-plug')
  })

  it('forgets sessions and starts that were removed', async () => {
    const live = useLive()
    await live.open()
    bridge.push('live', { revision: 8, starts: [aStart()], removedSessions: ['log1'] })
    bridge.push('live', { revision: 9, removedStarts: ['start1'] })
    expect(live.sessions.size).toBe(0)
    expect(live.starts.size).toBe(0)
  })

  it('takes a new order, with connectors that came and without those that went', async () => {
    const live = useLive()
    await live.open()
    bridge.push('live', {
      revision: 8,
      order: ['c9', 'c1'],
      connectors: [aConnector({ id: 'c9', number: '9' })],
    })
    expect(live.inOrder.map((connector) => connector.number)).toEqual(['9', '1'])
    expect(live.connectors.has('c2')).toBe(false)
  })

  it('ignores a difference that it has already seen', async () => {
    const live = useLive()
    await live.open()
    bridge.push('live', { revision: 7, site: null })
    expect(live.site?.label).toBe('Hotel Mozart')
  })

  it('asks for the whole model when a revision is missing', async () => {
    const live = useLive()
    await live.open()
    model = aModel({ revision: 12, site: { id: 'site1', label: 'Hotel Haydn', company: null } })
    bridge.push('live', { revision: 11, site: null })
    await vi.waitFor(() => {
      expect(live.site?.label).toBe('Hotel Haydn')
    })
    expect(bridge.inputsOf('live.model')).toHaveLength(2)
    bridge.push('live', { revision: 13, site: null })
    expect(live.site).toBeNull()
  })

  it('keeps differences that come while it asks, and applies those that are newer', async () => {
    const answer = Promise.withResolvers<void>()
    bridge.answers['live.model'] = async () => {
      await answer.promise
      return { ok: true, value: model }
    }
    const live = useLive()
    const opened = live.open()
    bridge.push('live', { revision: 7, site: null })
    bridge.push('live', { revision: 8, site: { id: 'site1', label: 'Hotel Haydn', company: null } })
    answer.resolve()
    await opened
    expect(live.site?.label).toBe('Hotel Haydn')
  })

  it('asks for the whole model again when another terminal comes in place', async () => {
    const live = useLive()
    await live.open()
    bridge.push('terminal', anInfo({ generation: 1 }))
    model = aModel({ revision: 20, site: { id: 's2', label: 'Depot', company: null } })
    bridge.push('terminal', anInfo({ generation: 2 }))
    await vi.waitFor(() => {
      expect(live.site?.label).toBe('Depot')
    })
  })
})
