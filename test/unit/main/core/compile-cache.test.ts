import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, afterEach, describe, expect, it } from 'vitest'
import { dataFolderOf } from '#main/core/compile-cache.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'code-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** A program that keeps what is compiled of it. */
function run(dataDir: string): void {
  const program = `
    import { flushCompileCache } from 'node:module'
    import { keepCompiledCode } from '#main/core/compile-cache.ts'
    keepCompiledCode(${JSON.stringify(dataDir)})
    await import('zod')
    flushCompileCache()`
  const env = { ...process.env, TMPDIR: path.join(folder, 'tmp'), NODE_COMPILE_CACHE: undefined }
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    env,
    encoding: 'utf8',
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
}

describe('compiled code', () => {
  it('lies in the data folder, for this user alone, and nowhere else', () => {
    mkdirSync(path.join(folder, 'tmp'))
    const cache = path.join(folder, 'data', 'code-cache')
    mkdirSync(cache, { recursive: true, mode: 0o777 })
    run(path.join(folder, 'data'))
    expect(readdirSync(cache)).not.toEqual([])
    expect(readdirSync(path.join(folder, 'tmp'))).toEqual([])
    if (process.platform !== 'win32') expect(statSync(cache).mode & 0o777).toBe(0o700)
  })

  it('is not kept where it cannot be, and that harms nothing', () => {
    mkdirSync(path.join(folder, 'tmp'))
    run('/dev/null/data')
    expect(readdirSync(path.join(folder, 'tmp'))).toEqual([])
  })
})

describe('the data folder', () => {
  it.each([
    [['--data-dir', '/a'], { FORECOURT_DATA_DIR: '/b' }, '/a'],
    [['--kiosk', '--data-dir=/a=b'], {}, '/a=b'],
    [['--data-dir', '--kiosk'], { FORECOURT_DATA_DIR: '/b' }, '/b'],
    [[], { FORECOURT_DATA_DIR: '' }, '/system'],
    [['.'], {}, '/system'],
  ])('of %j with %j is %s', (argv, env, expected) => {
    expect(dataFolderOf(argv, env, '/system')).toBe(expected)
  })
})
