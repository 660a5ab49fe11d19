import { EventEmitter } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { PrinterInfo, WebContents, WebContentsPrintOptions } from 'electron'
import { CommandError } from '#main/core/errors.ts'
import { createPrinter } from '#main/shell/print.ts'

interface Story {
  isElectron?: boolean
  printer?: string | null
  printers?: string[]
  paper?: 'printer' | '58mm' | '80mm'
  /** What the page needs, if Electron tells it. */
  heightPx?: number | null
  /** What the printer says; null: it works. */
  refusal?: string | null
}

function setUp({
  isElectron = true,
  printer = null,
  printers = ['A'],
  refusal = null,
  paper = 'printer',
  heightPx = null,
}: Story = {}) {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'print-')), 'receipts')
  onTestFinished(() => {
    rmSync(path.dirname(folder), { recursive: true })
  })
  const steps: string[] = []
  const options: WebContentsPrintOptions[] = []
  let nowMs = 0
  const infos = printers.map((name): PrinterInfo => ({
    name,
    displayName: name,
    description: '',
    options: {},
  }))
  const widthsPx: number[] = []
  const contents = new EventEmitter()
  const openWindow = (widthPx: number) => ({
    loadURL: (url: string) => {
      widthsPx.push(widthPx)
      if (heightPx !== null)
        contents.emit('preferred-size-changed', {}, { width: widthPx, height: heightPx })
      steps.push(decodeURIComponent(url.slice(url.indexOf(',') + 1)))
      return Promise.resolve()
    },
    destroy: () => {
      steps.push('destroyed')
    },
    webContents: {
      on: contents.on.bind(contents) as unknown as WebContents['on'],
      getPrintersAsync: () => Promise.resolve(infos),
      print: (
        given: WebContentsPrintOptions = {},
        done?: (isPrinted: boolean, reason: string) => void,
      ) => {
        steps.push('printed')
        options.push(given)
        done?.(refusal === null, refusal ?? '')
      },
      printToPDF: () => Promise.resolve(Buffer.from('%PDF-1.7')),
    },
  })
  const now = (): number => (nowMs += 1_000)
  const printPage = createPrinter({ openWindow, isElectron, printer, paper, folder, nowMs: now })
  return { printPage, steps, options, folder, widthsPx }
}

async function failureOf(run: Promise<void>): Promise<unknown> {
  const error: unknown = await run.catch((thrown: unknown) => thrown)
  return error instanceof CommandError ? error.failure : error
}

describe('printing in Electron', () => {
  it('loads the page, prints it without asking, and closes the window', async () => {
    const { printPage, steps, options } = setUp()
    await printPage('<p>é</p>')
    expect(steps).toEqual(['<p>é</p>', 'printed', 'destroyed'])
    expect(options).toEqual([{ silent: true, usePrinterDefaultPageSize: true, deviceName: 'A' }])
  })

  it('goes to the printer that the operator named', async () => {
    const { printPage, options } = setUp({ printer: 'B', printers: ['A', 'B'] })
    await printPage('')
    expect(options).toMatchObject([{ deviceName: 'B' }])
  })

  it('names the only printer that there is, and leaves the choice of several to the system', async () => {
    const { printPage, options } = setUp({ printers: ['A', 'B'] })
    await printPage('')
    expect(options[0]).not.toHaveProperty('deviceName')
  })

  it.each([
    ['58mm', 378, { width: 58_000, height: 117_013 }],
    ['80mm', 378, { width: 80_000, height: 117_013 }],
    ['80mm', null, { width: 80_000, height: 237_000 }],
  ] as const)(
    'is as wide as a roll of %s, and as long as its text',
    async (paper, heightPx, pageSize) => {
      const { printPage, options, widthsPx } = setUp({ paper, heightPx })
      await printPage('')
      expect(options).toEqual([{ silent: true, pageSize, deviceName: 'A' }])
      expect(widthsPx).toEqual([paper === '58mm' ? 173 : 257])
    },
  )

  it.each<[string, Story]>([
    ['there is none', { printers: [] }],
    ['the named one is not there', { printer: 'B' }],
    ['it refuses', { refusal: 'Print job failed' }],
  ])('says that there is no printer when %s, and closes the window', async (_name, story) => {
    const { printPage, steps } = setUp(story)
    expect(await failureOf(printPage(''))).toMatchObject({ code: 'no-printer', retryable: true })
    expect(steps.at(-1)).toBe('destroyed')
  })
})

describe('printing on the stand-in', () => {
  it('writes a PDF file for nobody else to read', async () => {
    const { printPage, folder, steps } = setUp({ isElectron: false })
    await printPage('<p>receipt</p>')
    const files = readdirSync(folder)
    expect(files).toEqual(['receipt-1970-01-01T00-00-01-000Z.pdf'])
    expect(readFileSync(path.join(folder, files[0] ?? ''), 'utf8')).toMatch(/^%PDF/)
    expect(steps).toEqual(['<p>receipt</p>', 'destroyed'])
  })

  it('keeps the last twenty', async () => {
    const { printPage, folder } = setUp({ isElectron: false })
    for (let count = 0; count < 23; count += 1) await printPage('')
    const files = readdirSync(folder).toSorted()
    expect(files).toHaveLength(20)
    expect(files[0]).toBe('receipt-1970-01-01T00-00-04-000Z.pdf')
  })
})
