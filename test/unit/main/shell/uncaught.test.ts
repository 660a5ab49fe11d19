import { spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createLog, logFile } from '#main/core/log.ts'
import { createUncaught } from '#main/shell/uncaught.ts'

function rig() {
  const process = Object.assign(new EventEmitter(), {
    stdout: new EventEmitter(),
    stderr: Object.assign(new EventEmitter(), { write: vi.fn() }),
    exit: vi.fn(),
  })
  const uncaught = createUncaught(process as unknown as NodeJS.Process)
  uncaught.watch()
  const hands = { log: { fatal: vi.fn(), error: vi.fn() }, end: vi.fn() }
  return { process, uncaught, hands }
}

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'uncaught-'))
  onTestFinished(() => {
    rmSync(made, { recursive: true })
  })
  return made
}

describe('an error that nobody caught', () => {
  it('is written down with its stack, counted, and ends the program once', () => {
    const { process, uncaught, hands } = rig()
    uncaught.handTo(hands)
    process.emit('uncaughtException', new RangeError('first'))
    process.emit('uncaughtException', new Error('second'))
    expect(hands.log.fatal).toHaveBeenCalledTimes(2)
    expect(hands.log.fatal.mock.calls[0]?.[0]).toMatchObject({
      error: expect.stringMatching(/RangeError: first\n +at /) as string,
    })
    expect(hands.end).toHaveBeenCalledOnce()
    expect(uncaught.counts()).toEqual({ uncaught: 2, unhandledRejections: 0 })
  })

  it('ends a program that has no log yet, which says why', () => {
    const { process } = rig()
    process.emit('uncaughtException', new Error('too early'))
    expect(process.stderr.write.mock.calls[0]?.[0]).toContain('too early')
    expect(process.exit).toHaveBeenCalledWith(70)
  })

  it('ends the program all the same where its end fails', () => {
    const { process, uncaught, hands } = rig()
    hands.end.mockImplementation(() => {
      throw new Error('no')
    })
    uncaught.handTo(hands)
    process.emit('uncaughtException', new Error('first'))
    expect(process.exit).toHaveBeenCalledWith(70)
  })

  it('of a promise is written down and counted, and the terminal goes on', () => {
    const { process, uncaught, hands } = rig()
    uncaught.handTo(hands)
    process.emit('unhandledRejection', new Error('not awaited'))
    process.emit('unhandledRejection', 'a text')
    expect(hands.log.error.mock.calls.map(([facts]) => facts as unknown)).toMatchObject([
      { error: expect.stringMatching(/not awaited\n +at /) as string },
      { error: 'a text' },
    ])
    expect(hands.end).not.toHaveBeenCalled()
    expect(uncaught.counts()).toEqual({ uncaught: 0, unhandledRejections: 2 })
  })

  it.each(['EPIPE', 'EIO', 'ENOTCONN'])('is none where a lost console says %s', (code) => {
    const { process } = rig()
    expect(() => {
      process.stderr.emit('error', Object.assign(new Error(code), { code }))
      process.stdout.emit('error', Object.assign(new Error(code), { code }))
    }).not.toThrow()
  })
})

describe('the last line of the log', () => {
  it('is on disk when it is written, and hides tokens in a stack', () => {
    const home = folder()
    const log = createLog(home)
    log.fatal({ error: 'Error: Bearer abc.def at fetch', token: 'abc' }, 'it ends')
    const text = readFileSync(logFile(home), 'utf8')
    expect(JSON.parse(text)).toMatchObject({
      error: 'Error: Bearer (hidden) at fetch',
      token: '(hidden)',
      msg: 'it ends',
    })
  })
})

it('a terminal whose console has gone lives on and keeps its log', async () => {
  const program = (home: string): string => `
    import { createLog } from '#main/core/log.ts'
    import { uncaught } from '#main/shell/uncaught.ts'
    if (process.argv.includes('--watch-errors')) uncaught.watch()
    const log = createLog(${JSON.stringify(home)})
    process.once('message', () => {
      for (let n = 0; n < 5; n += 1) setTimeout(() => log.warn({ n }, 'a warning'), n * 10)
      setTimeout(() => { log.flush(); process.disconnect() }, 100)
    })
    process.send('ready')`
  const run = async (home: string, ...flags: string[]): Promise<unknown> => {
    const args = ['--input-type=module', '-e', program(home), '--', ...flags]
    const stdio = ['ignore', 'ignore', 'pipe', 'ipc'] as const
    const child = spawn(process.execPath, args, { stdio: [...stdio] })
    await once(child, 'message')
    child.stderr?.destroy()
    child.send('go')
    const [code] = (await once(child, 'exit')) as [number | null]
    return code
  }
  // What it would be without: so the test would notice.
  expect(await run(folder())).not.toBe(0)
  const home = folder()
  expect(await run(home, '--watch-errors')).toBe(0)
  expect(readFileSync(logFile(home), 'utf8').match(/a warning/g)).toHaveLength(5)
})
