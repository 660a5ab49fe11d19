import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { createControlClient } from '#simulator/control-client.ts'
import type { SimulatorControl } from '#simulator/control.ts'
import { Desk, STAFF_PIN } from '#test/e2e/pages/desk.ts'
import { launchTerminal } from '#tools/lib/terminal/launch.ts'
import type { RunningTerminal } from '#tools/lib/terminal/running.ts'
import { Guests, type Visits } from './guests.ts'
import { openInspector } from './inspector.ts'
import { takeSample, type Measured, type Sample } from './samples.ts'
import { resolved } from './settled.ts'
import { Trouble } from './trouble.ts'
import { judge, type Growth } from './verdict.ts'

export interface SoakOptions {
  days: number
  warmUpDays: number
  seed: number
  note: (text: string) => void
}

export interface Soak {
  days: number
  warmUpDays: number
  seed: number
  /** How long it took (real s). */
  tookS: number
  /** Charges that began at the stations of all sites. */
  sessions: number
  guests: Visits
  trouble: Trouble['counts']
  deskVisits: number
  growth: readonly Growth[]
  samples: readonly Sample[]
  /** What the terminal warned of, the last lines. */
  warnings: readonly string[]
}

const HOUR_MS = 3_600_000
const STEP_MS = 60_000
/** When in an hour guests come. */
const GUESTS_AT_MS = [8 * 60_000, 24 * 60_000, 42 * 60_000]
const DESK_EVERY_HOURS = 6
const SAMPLES = 84
/** Retentions that are reached within the warm-up. */
const SETTINGS = { desk: { keepNotesDays: 1, keepAuditDays: 1 } }

/** Days of a busy site, on the one clock of terminal and simulator. */
export async function runSoak(options: SoakOptions): Promise<Soak> {
  const { days, warmUpDays, seed } = options
  const beganMs = performance.now()
  const dataDir = newDataDir()
  const terminal = await launchTerminal({
    host: 'chromium',
    inspect: true,
    dataDir,
    size: { widthPx: 1920, heightPx: 1080 },
    options: { demoSite: 'depot', demoSeed: seed, language: 'en', timeZone: 'Europe/Vienna' },
  })
  try {
    const { page, control, measured } = await openSite(terminal, dataDir)
    const guests = new Guests(page, control, seed)
    const trouble = new Trouble(control, seed)
    const story = await liveThrough({ ...{ page, control, measured, guests, trouble }, ...options })
    measured.inspector.close()
    const measuredHours = (days - warmUpDays) * 24
    return {
      ...{ days, warmUpDays, seed },
      ...story,
      tookS: Math.round((performance.now() - beganMs) / 1000),
      guests: guests.visits,
      trouble: trouble.counts,
      growth: judge(story.samples, {
        warmUpHours: warmUpDays * 24,
        windowHours: Math.min(24, measuredHours / 3),
      }),
      warnings: terminal.lines.filter((line) => line.includes('"level":')).slice(-20),
    }
  } finally {
    await terminal.close()
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}

function newDataDir(): string {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'forecourt-soak-'))
  for (const folder of [dataDir, path.join(dataDir, 'demo')]) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(SETTINGS))
  }
  return dataDir
}

interface Site {
  readonly page: Page
  readonly control: SimulatorControl
  readonly measured: Measured
}

/** The terminal's page, its demo network, and what both are measured by, once the board is live. */
async function openSite(terminal: RunningTerminal, dataDir: string): Promise<Site> {
  const [, inspectorUrl = ''] = await terminal.line(/^Debugger listening on (ws:\S+)/, 60_000)
  const [, origin = ''] = await terminal.line(/^simulator (http:\S+)/, 60_000)
  await terminal.line(/^board live$/, 60_000)
  const page = await terminal.page()
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  const inspector = openInspector(inspectorUrl)
  const measured = { pid: terminal.pid, dataDir, inspector, cdp }
  return { page, control: createControlClient(origin), measured }
}

/** Hour by hour: guests, staff and trouble come; as many samples as one table can show. */
async function liveThrough(
  live: Site & Pick<SoakOptions, 'days' | 'note'> & { guests: Guests; trouble: Trouble },
): Promise<Pick<Soak, 'samples' | 'sessions' | 'deskVisits'>> {
  const { page, control, measured, guests, trouble, days, note } = live
  const beganMs = performance.now()
  const samples: Sample[] = []
  let deskVisits = 0
  const startMs = await control.now()
  const count = createStartCounter(control)
  const hours = Math.round(days * 24)
  const every = Math.max(1, Math.round(hours / SAMPLES))
  for (let hour = 0; hour < hours; hour += 1) {
    const atMs = startMs + hour * HOUR_MS
    for (const dueMs of GUESTS_AT_MS) {
      await passUntil(page, control, atMs + dueMs)
      await guests.visit()
    }
    if (hour % DESK_EVERY_HOURS === 2) {
      await visitDesk(page)
      deskVisits += 1
    }
    await trouble.befall(hour, async (ms) => pass(page, control, ms))
    await passUntil(page, control, atMs + HOUR_MS)
    await count.look()
    if ((hour + 1) % every !== 0) continue
    await atRest(page)
    const sample = await takeSample(hour + 1, measured)
    samples.push(sample)
    const seconds = ((performance.now() - beganMs) / 1000).toFixed(0)
    note(`${lineOf(sample, hours)}, ${count.total()} sessions, ${seconds} s`)
  }
  return { samples, deskVisits, sessions: count.total() }
}

function lineOf({ hour, values }: Sample, hours: number): string {
  const heaps = `main ${megabytes(values['main heap, bytes'])} MB, page ${megabytes(values['page heap, bytes'])} MB`
  const page = `${values['page DOM nodes'] ?? 0} nodes and ${values['page listeners'] ?? 0} listeners`
  return `hour ${hour} of ${hours}: ${heaps} with ${page}`
}

/** Moves time on to `untilMs`, in steps that main and page keep up with. */
async function passUntil(page: Page, control: SimulatorControl, untilMs: number): Promise<void> {
  await pass(page, control, untilMs - (await control.now()))
}

async function pass(page: Page, control: SimulatorControl, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= STEP_MS) {
    await control.advance(Math.min(STEP_MS, left))
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
}

/** Staff look at what happened, and lock again. */
async function visitDesk(page: Page): Promise<void> {
  const desk = new Desk({ page })
  await desk.open(STAFF_PIN)
  for (const section of ['Sessions', 'Live']) await desk.go(section)
  await desk.lock.click()
  await atRest(page)
}

/** The board is shown, and the last answers are there. */
async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelectorAll('main button').length >= 40)
  await resolved(page)
}

/** The stations' journal keeps the last entries only: it is read often enough. */
function createStartCounter(control: SimulatorControl) {
  let total = 0
  let seenMs = 0
  return {
    total: () => total,
    async look() {
      const began = (await control.journal()).filter(
        ({ kind, event, atMs }) => kind === 'station' && event === 'started' && atMs > seenMs,
      )
      total += began.length
      seenMs = began.at(-1)?.atMs ?? seenMs
    },
  }
}

const megabytes = (bytes = 0): string => (bytes / 1_000_000).toFixed(2)
