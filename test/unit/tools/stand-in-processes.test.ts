import { describe, expect, it, vi } from 'vitest'
import type { CdpSession } from '#tools/host/cdp/connection.ts'
import { createProcessMetrics } from '#tools/host/electron/process-metrics.ts'
import { createProcessFinder } from '#tools/host/page/process-finder.ts'

describe.runIf(process.platform === 'linux')('the stand-in’s processes', () => {
  it('are told with the processor time that they had', () => {
    const metrics = createProcessMetrics()
    const own = () => metrics([]).find(({ pid }) => pid === process.pid)
    const before = own()
    const startUs = process.cpuUsage()
    while (process.cpuUsage(startUs).user < 100_000);
    const ranSeconds = (own()?.cpu.cumulativeCPUUsage ?? 0) - (before?.cpu.cumulativeCPUUsage ?? 0)
    expect(ranSeconds).toBeGreaterThanOrEqual(0.08)
    expect(before).toMatchObject({ type: 'Browser' })
    expect(before?.memory.workingSetSize).toBeGreaterThan(1_000)
  })

  it('are left out where nobody knows the process, or it has ended', () => {
    expect(createProcessMetrics()([0, 2 ** 30]).map(({ type }) => type)).toEqual(['Browser'])
  })
})

describe('the process of a page', () => {
  it('is read from the head of a trace, once nobody else traces', async () => {
    const listeners = new Map<string, (params: unknown) => void>()
    const sent: string[] = []
    const data = {
      frames: [
        { frame: 'other', processId: 7 },
        { frame: 'mine', processId: 42 },
      ],
    }
    const session = {
      sessionId: 'page',
      on: (event: string, listener: (params: unknown) => void) => listeners.set(event, listener),
      send: (method: string) => {
        sent.push(method)
        if (sent.length === 1) return Promise.reject(new Error('Tracing has already been started'))
        if (method === 'Tracing.end') {
          const value = [{ name: 'TracingStartedInBrowser', args: { data } }]
          listeners.get('Tracing.dataCollected')?.({ value })
          listeners.get('Tracing.tracingComplete')?.({})
        }
        return Promise.resolve({})
      },
    } as unknown as CdpSession
    vi.useFakeTimers()
    const found = createProcessFinder(session, 'mine')()
    await vi.runAllTimersAsync()
    vi.useRealTimers()
    expect(await found).toBe(42)
    expect(sent).toEqual(['Tracing.start', 'Tracing.start', 'Tracing.end'])
  })
})
