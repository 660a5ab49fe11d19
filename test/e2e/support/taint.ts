import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { Terminal } from '../host/launcher.ts'

/** Shorter parts of a secret prove nothing. */
const SHORTEST = 6

/** Every form in which a secret may hide in a text. */
export function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8')
  const forms = [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    JSON.stringify(JSON.stringify(secret)).slice(3, -3),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...base64Forms(bytes, 'base64'),
    ...base64Forms(bytes, 'base64url'),
  ]
  return [...new Set(forms)].filter((form) => form.length >= SHORTEST)
}

/** Within a longer text, base64 begins at one of three places: what is the same at each of them. */
function base64Forms(bytes: Buffer, encoding: 'base64' | 'base64url'): string[] {
  return [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString(encoding)
      .replace(/=+$/, '')
    const from = shift === 0 ? 0 : shift + 1
    return text.slice(from, (bytes.length + shift) % 3 === 0 ? undefined : -1)
  })
}

/** The secrets of one story, by what they are, and the search for them. */
export class Taint {
  readonly #secrets = new Map<string, { name: string; forms: readonly string[] }>()

  add(name: string, ...values: readonly string[]): void {
    for (const value of values) this.#secrets.set(value, { name, forms: formsOf(value) })
  }

  /** What is found in a text, by name; `but` is kept there by design. */
  find(text: string, but: readonly string[] = []): string[] {
    return [...this.#secrets.values()]
      .filter(({ name, forms }) => !but.includes(name) && forms.some((form) => text.includes(form)))
      .map(({ name }) => name)
  }

  expectClean(where: string, text: string, but: readonly string[] = []): void {
    expect(this.find(text, but), where).toEqual([])
  }

  /** The page's text, fields and attributes, all that is on it. */
  async expectCleanPage(page: Page, screen: string, but: readonly string[] = []): Promise<void> {
    this.expectClean(screen, await page.content(), but)
    this.expectClean(screen, await page.locator('body').innerText(), but)
  }

  /**
   * All that the page still holds in memory, used or not. Main stands still meanwhile: to its watchdog
   * a page that is read out looks like one that hangs.
   */
  async expectCleanHeap({ page, process: { pid } }: Terminal, when: string): Promise<void> {
    process.kill(pid, 'SIGSTOP')
    try {
      this.expectClean(`the heap ${when}`, await heapOf(page))
    } finally {
      process.kill(pid, 'SIGCONT')
    }
  }

  /** Every file below the folder: log, databases, snapshot, receipts, exports, crash reports. */
  expectCleanFiles(folder: string, byDesign: Readonly<Record<string, readonly string[]>>): void {
    for (const file of filesBelow(folder)) {
      const name = path.relative(folder, file)
      const [first = ''] = name.split(path.sep)
      this.expectClean(name, readFileSync(file, 'latin1'), byDesign[first] ?? [])
    }
  }
}

async function heapOf(page: Page): Promise<string> {
  const devtools = await page.context().newCDPSession(page)
  const chunks: string[] = []
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await devtools.send('HeapProfiler.enable')
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await devtools.detach()
  expect(chunks.length).toBeGreaterThan(0)
  return chunks.join('')
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
}
