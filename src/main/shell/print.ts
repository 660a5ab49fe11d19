import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { BrowserWindow, WebContents } from 'electron'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { PrintPage } from '#main/receipt/receipts.ts'
import { FILE_MODE, makeFolder } from '#main/core/files.ts'
import { paperOptions, paperWidthPx, watchHeight, type Paper } from './paper.ts'

/** A window that nobody sees. */
export interface PrintWindow extends Pick<BrowserWindow, 'loadURL' | 'destroy'> {
  readonly webContents: Pick<WebContents, 'on' | 'print' | 'printToPDF' | 'getPrintersAsync'>
}

/** Of receipts that are files, so many stay. */
const MOST_FILES = 20
/** A spooler that is stuck never calls back. */
const LONGEST_PRINT_MS = 30_000

/**
 * Prints through a window of its own, which is loaded before it prints: what is not painted comes out
 * blank (electron#9780). In Electron it goes to the named printer, or to the system's default one; on
 * the stand-in it is a PDF file in `folder`.
 */
export function createPrinter(deps: {
  /** Of this inner width (CSS px). */
  openWindow(widthPx: number): PrintWindow
  isElectron: boolean
  /** The system's name of the printer; null: its default one. */
  printer: string | null
  paper: Paper
  /** Where PDF files go. */
  folder: string
  nowMs(): number
}): PrintPage {
  const { isElectron, printer, paper, folder } = deps
  return async (page) => {
    const window = deps.openWindow(paperWidthPx(paper))
    const heightPx = watchHeight(window.webContents)
    try {
      await window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(page)}`)
      if (isElectron)
        await printSilently(window.webContents, printer, () => paperOptions(paper, heightPx()))
      else writePdf(folder, deps.nowMs(), await window.webContents.printToPDF({}))
    } finally {
      window.destroy()
    }
  }
}

async function printSilently(
  contents: PrintWindow['webContents'],
  printer: string | null,
  paper: () => ReturnType<typeof paperOptions>,
): Promise<void> {
  const printers = await contents.getPrintersAsync()
  const isThere = printer === null ? printers.length > 0 : printers.some(isNamed(printer))
  if (!isThere) throw noPrinter('The system has no such printer.')
  // Silent jobs to nobody by name fail on Linux (electron#34813). Which of several is the system's own it
  // alone knows: there the operator has to name one, or trust it.
  const [first, ...others] = printers
  const name = printer ?? (others.length === 0 ? first?.name : undefined)
  const { promise, resolve, reject } = Promise.withResolvers<undefined>()
  const limit = setTimeout(() => {
    reject(noPrinter('The printer does not answer.'))
  }, LONGEST_PRINT_MS)
  const options = {
    silent: true,
    ...paper(),
    ...(name === undefined ? {} : { deviceName: name }),
  }
  contents.print(options, (isPrinted, reason) => {
    if (isPrinted) resolve(undefined)
    else reject(noPrinter(`The printer refused: ${reason}`))
  })
  await promise.finally(() => {
    clearTimeout(limit)
  })
}

const isNamed =
  (printer: string) =>
  ({ name }: { name: string }): boolean =>
    name === printer

const noPrinter = (message: string): CommandError =>
  new CommandError({ ...failureOf('no-printer', message), retryable: true })

function writePdf(folder: string, nowMs: number, pdf: Buffer): void {
  makeFolder(folder)
  const name = `receipt-${new Date(nowMs).toISOString().replaceAll(/[:.]/g, '-')}.pdf`
  writeFileSync(path.join(folder, name), pdf, { mode: FILE_MODE })
  const files = readdirSync(folder).filter((file) => /^receipt-.*\.pdf$/.test(file))
  for (const old of files.toSorted().slice(0, -MOST_FILES)) rmSync(path.join(folder, old))
}
