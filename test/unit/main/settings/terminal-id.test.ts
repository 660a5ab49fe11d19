import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { terminalId } from '#main/settings/terminal-id.ts'
import { pollingPhaseMs } from '#main/site/polling-phase.ts'

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

function freshHome(): string {
  const home = mkdtempSync(path.join(tmpdir(), 'terminal-id-'))
  onTestFinished(() => {
    rmSync(home, { recursive: true })
  })
  return home
}

describe('the id of a terminal', () => {
  it('is made once and stays', () => {
    const home = freshHome()
    expect(terminalId(home, log)).toBe(terminalId(home, log))
  })

  it('is another one for another terminal, with a turn of its own', () => {
    const [one, other] = [terminalId(freshHome(), log), terminalId(freshHome(), log)]
    expect(one).not.toBe(other)
    expect(pollingPhaseMs(one)).not.toBe(pollingPhaseMs(other))
  })

  it('is made anew where its file is broken', () => {
    const home = freshHome()
    writeFileSync(path.join(home, 'terminal-id'), 'half a')
    const id = terminalId(home, log)
    expect(id).toMatch(/^[\da-f-]{36}$/)
    expect(terminalId(home, log)).toBe(id)
  })
})
