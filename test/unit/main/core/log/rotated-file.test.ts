import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLog, logFile } from '#main/core/log.ts'
import { openRotatedFile } from '#main/core/rotated-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'log-'))
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

const bounds = { fullBytes: 1_000, keptFiles: 2 }

describe('the log file', () => {
  it('is turned over when it is full; so many old ones are kept and no more', async () => {
    const name = path.join(folder, 'main.log')
    const file = openRotatedFile(name, bounds)
    for (let line = 0; line < 200; line += 1) {
      file.write(`${String(line)} ${'x'.repeat(90)}\n`)
      await vi.waitFor(() => {
        // A line that comes while the next file opens may still go into the one before.
        const written = readdirSync(folder).map((each) =>
          readFileSync(path.join(folder, each), 'utf8'),
        )
        expect(written.join('')).toContain(`${String(line)} x`)
      })
    }
    expect(readdirSync(folder).toSorted()).toEqual(['main.1.log', 'main.2.log', 'main.log'])
    for (const each of readdirSync(folder)) {
      expect(statSync(path.join(folder, each)).size).toBeLessThanOrEqual(bounds.fullBytes)
    }
  })

  it('that cannot be written loses lines, and nothing else', () => {
    writeFileSync(path.join(folder, 'logs'), 'no folder')
    const file = openRotatedFile(path.join(folder, 'logs', 'main.log'), bounds)
    for (let line = 0; line < 100; line += 1) file.write('x'.repeat(100))
    file.flush()
    expect(readFileSync(path.join(folder, 'logs'), 'utf8')).toBe('no folder')
  })

  it('does not spoil the end of a program that ends before the file is open', () => {
    const program = `
      import { openRotatedFile } from '#main/core/rotated-file.ts'
      openRotatedFile(${JSON.stringify(path.join(folder, 'main.log'))}).write('a line')
      process.exit(0)`
    const ended = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
    })
    expect(ended).toMatchObject({ status: 0, stderr: '' })
  })
})

describe('the log', () => {
  it('hides secrets by their names, and tokens wherever they stand', async () => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const log = createLog(folder)
    const token = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2lnbmF0dXJl'
    log.info({ key: 'k-secret', account: { password: 'p-secret' } }, 'signed in')
    log.warn({ reason: `it failed with ${token} and Bearer opaque-token` }, `so: ${token}`)
    await vi.waitFor(() => {
      log.flush()
      expect(existsSync(logFile(folder)) && readFileSync(logFile(folder), 'utf8')).toContain('so:')
    })
    const text = readFileSync(logFile(folder), 'utf8')
    for (const secret of ['k-secret', 'p-secret', 'eyJ', 'opaque-token']) {
      expect(text).not.toContain(secret)
    }
    for (const line of text.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('msg')
  })
})
