import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect } from './story.ts'

export interface Heard {
  readonly language: string
  readonly wordsAMinute: number
  readonly amplitude: number
  readonly text: string
}

/** What the machine's voice was given: a program of its name takes its place on the path, and writes it down. */
export class Hearing {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'forecourt-hearing-'))
  readonly #file = path.join(this.#folder, 'heard.jsonl')
  readonly #path = process.env['PATH']

  constructor() {
    const program = path.join(this.#folder, 'espeak-ng')
    writeFileSync(program, `#!${process.execPath}\n${script(this.#file)}`)
    chmodSync(program, 0o755)
    appendFileSync(this.#file, '')
    process.env['PATH'] = `${this.#folder}${path.delimiter}${this.#path ?? ''}`
  }
  all(): Heard[] {
    if (!existsSync(this.#file)) return []
    const lines = readFileSync(this.#file, 'utf8')
      .split('\n')
      .filter((line) => line.endsWith('}'))
    return lines.map((line) => {
      const { args, text } = JSON.parse(line) as { args: string[]; text: string }
      const after = (flag: string): string => args[args.indexOf(flag) + 1] ?? ''
      return {
        ...{ language: after('-v'), text },
        ...{ wordsAMinute: Number(after('-s')), amplitude: Number(after('-a')) },
      }
    })
  }
  text(): string {
    return this.all()
      .map(({ text }) => text)
      .join('\n')
  }
  /** Presses a key, and answers what was said to it. */
  async press(page: Page, key: string): Promise<string> {
    const before = this.all().length
    await page.keyboard.press(key)
    await expect.poll(() => this.all().length).toBeGreaterThan(before)
    return this.all().at(-1)?.text ?? ''
  }
  /** Presses a key until it has come to something. */
  async moveTo(page: Page, what: string | RegExp, key = 'ArrowRight'): Promise<void> {
    for (let presses = 0; presses < 60; presses++) {
      const before = this.all().length
      await this.press(page, key)
      const said = this.all().slice(before)
      const isIt = (text: string): boolean =>
        typeof what === 'string' ? text.startsWith(what) : what.test(text)
      if (said.some(({ text }) => isIt(text))) return
    }
    throw new Error(`${String(what)} was not come to. Heard:\n${this.text()}`)
  }
  close(): void {
    process.env['PATH'] = this.#path
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

const script = (file: string): string => `
const { appendFileSync, readFileSync } = require('node:fs')
const text = readFileSync(0, 'utf8')
appendFileSync(${JSON.stringify(file)}, JSON.stringify({ args: process.argv.slice(2), text }) + '\\n')
`
