import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createClock } from '#common/clock.ts'
import { openMetricsPage } from '#main/status/metrics-page.ts'
import { metricsOf } from '#main/status/metrics.ts'
import { keepStatusFile } from '#main/status/status-file.ts'
import { statusOf, type Condition, type Secrets, type Status } from '#main/status/status.ts'
import { createQuietLog } from '../support/quiet-log.ts'

const NOW_MS = Date.UTC(2026, 10, 25, 12)

function status(
  condition: Partial<Condition> = {},
  nowMs = NOW_MS,
  running = true,
  secrets: Secrets = 'system',
): Status {
  return statusOf({
    condition: {
      mode: 'guest',
      training: false,
      link: { state: 'live', sinceMs: NOW_MS - 60_000, lastGoodAtMs: null, error: null },
      refreshedAtMs: NOW_MS - 5_000,
      trouble: null,
      door: { wrong: 4, untilMs: NOW_MS + 30_000 },
      openStarts: 1,
      starts: [
        { end: 'charging', reason: null, count: 7 },
        { end: 'rejected', reason: 'rejected', count: 2 },
      ],
      stops: [{ end: 'failed', reason: 'timed-out', count: 1 }],
      connectors: { free: 3, 'out-of-order': 1 },
      platformErrors: { offline: 5 },
      runningSessions: 3,
      unheededStops: 2,
      requestsLastMinute: 12,
      skewMs: 1_500.4,
      readingsLeftOut: 4,
      valuesLeftOut: 6,
      ...condition,
    },
    watchdog: {
      ...{ replacements: 2, lastReason: 'no sign of life', lastReplacedAtMs: NOW_MS - 1_000 },
      visible: true,
    },
    relaunchesLastHour: 1,
    errors: { uncaughtLastHour: 1, unhandledRejections: 3 },
    ...{ provisioningFaults: 0, secrets },
    facts: { version: '1.2.3', host: 'stand-in', pid: 42 },
    memory: { rss: 100, heapUsed: 50 },
    ...{ running, startedAtMs: NOW_MS - 3_600_000, nowMs },
  })
}

describe('the status', () => {
  it.each([
    ['ok', {}],
    ['lost', { link: { state: 'lost', sinceMs: 0, lastGoodAtMs: 1, error: 'offline' } }],
    ['connecting', { link: { state: 'connecting', sinceMs: 0, lastGoodAtMs: null, error: null } }],
    ['trouble', { trouble: 'wrong-key' }],
  ] as const)('is %s', (state, condition) => {
    expect(status(condition as Partial<Condition>).state).toBe(state)
  })

  it('is trouble while the system keeps the secrets from the terminal, if nothing else is', () => {
    expect(status({}, NOW_MS, true, 'waiting')).toMatchObject({
      ...{ state: 'trouble', trouble: 'keyring', secrets: 'waiting' },
    })
    expect(status({ trouble: 'wrong-key' }, NOW_MS, true, 'waiting').trouble).toBe('wrong-key')
    expect(status().trouble).toBeNull()
  })

  it('says all times in UTC', () => {
    expect(status()).toMatchObject({
      writtenAt: '2026-11-25T12:00:00.000Z',
      startedAt: '2026-11-25T11:00:00.000Z',
      link: { since: '2026-11-25T11:59:00.000Z', lastRefresh: '2026-11-25T11:59:55.000Z' },
      door: { wrongPins: 4, slowedUntil: '2026-11-25T12:00:30.000Z' },
      window: { visible: true, replacements: 2, lastReplacedAt: '2026-11-25T11:59:59.000Z' },
    })
  })
})

it('the status file is written every ten seconds, and says in the end that the terminal has ended', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'status-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  const file = path.join(folder, 'status.json')
  const clock = createClock({ startMs: NOW_MS, speed: 0 })
  const read = (): Status => JSON.parse(readFileSync(file, 'utf8')) as Status
  const close = keepStatusFile({
    ...{ file, clock, log: createQuietLog() },
    status: (running) => status({}, clock.now(), running),
  })
  expect(read()).toMatchObject({ writtenAt: '2026-11-25T12:00:00.000Z', running: true })
  await clock.advance(10_000)
  expect(read()).toMatchObject({ writtenAt: '2026-11-25T12:00:10.000Z', running: true })
  close()
  expect(read()).toMatchObject({ running: false })
})

describe('the metrics', () => {
  it('are in Prometheus’ text format', async () => {
    const lines = (await metricsOf(status({ trouble: 'wrong-key' }))).split('\n')
    expect(lines).toEqual(
      expect.arrayContaining([
        '# TYPE forecourt_open_starts gauge',
        'forecourt_open_starts 1',
        '# TYPE forecourt_starts_total counter',
        'forecourt_starts_total{end="charging",reason=""} 7',
        'forecourt_starts_total{end="rejected",reason="rejected"} 2',
        'forecourt_stops_total{end="failed",reason="timed-out"} 1',
        'forecourt_connectors{state="out-of-order"} 1',
        'forecourt_platform_errors_total{code="offline"} 5',
        'forecourt_refresh_age_seconds 5',
        'forecourt_running_sessions 3',
        'forecourt_unheeded_stops 2',
        'forecourt_info{version="1.2.3",host="stand-in"} 1',
        'forecourt_link{state="live"} 1',
        'forecourt_link{state="lost"} 0',
        'forecourt_trouble{code="wrong-key"} 1',
        'forecourt_window_visible 1',
        'forecourt_uncaught_errors_last_hour 1',
        'forecourt_unhandled_rejections 3',
        'forecourt_window_replacements 2',
        `forecourt_last_refresh_seconds ${String((NOW_MS - 5_000) / 1000)}`,
        'forecourt_clock_skew_seconds 1.5',
        'forecourt_readings_left_out 4',
        'forecourt_values_left_out 6',
      ]),
    )
  })

  /** The port of a page that is open for this test. */
  async function openPage(): Promise<number> {
    const info = vi.fn<(facts: Record<string, unknown>) => void>()
    const close = openMetricsPage({
      port: 0,
      log: { ...createQuietLog(), info },
      metrics: () => metricsOf(status()),
    })
    onTestFinished(close)
    await vi.waitFor(() => {
      expect(info).toHaveBeenCalled()
    })
    return Number(new URL(String(info.mock.calls[0]?.[0]['address'])).port)
  }

  const ask = (
    port: number,
    options: { method?: string; path?: string; headers?: Record<string, string> } = {},
  ): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path: '/metrics', ...options }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on('error', reject)
        .end()
    })

  it('are served to this machine, for reading', async () => {
    const port = await openPage()
    const answer = await fetch(`http://127.0.0.1:${String(port)}/metrics`)
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect(await answer.text()).toContain('forecourt_running_sessions 3')
    expect(await ask(port, { headers: { host: `localhost:${String(port)}` } })).toBe(200)
    expect(await ask(port, { path: '/' })).toBe(404)
    expect(await ask(port, { method: 'POST' })).toBe(405)
  })

  it('are refused to pages in a browser, under whatever name they know this machine', async () => {
    const port = await openPage()
    for (const host of ['evil.example', `evil.example:${String(port)}`, '127.0.0.1', '127.0.0.1:1'])
      expect(await ask(port, { headers: { host } })).toBe(403)
    expect(await ask(port, { headers: { origin: 'https://evil.example' } })).toBe(403)
  })

  it('a port in use is told, and the terminal goes on', async () => {
    const port = await openPage()
    const error = vi.fn()
    onTestFinished(
      openMetricsPage({
        port,
        log: { ...createQuietLog(), error },
        metrics: () => Promise.resolve(''),
      }),
    )
    await vi.waitFor(() => {
      expect(error).toHaveBeenCalledWith(
        expect.objectContaining({ port }),
        'there is no metrics page',
      )
    })
  })
})
