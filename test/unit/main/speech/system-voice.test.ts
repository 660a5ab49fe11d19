import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { languageCodes } from '#common/languages.ts'
import { argumentsFor, createSystemVoice } from '#main/speech/system-voice.ts'

const hasProgram = spawnSync('espeak-ng', ['--version']).status === 0
const usual = { language: 'de', speed: 1, volume: 0.8 }
const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() }

let folder: string
let heard: () => string[]

/** Writes down its arguments and what it is given, as it comes; a text with "wait" in it takes long to say. */
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'voice-'))
  const file = path.join(folder, 'heard')
  writeFileSync(file, '')
  heard = () =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
  vi.stubEnv('PATH', folder)
})
afterEach(() => {
  vi.unstubAllEnvs()
  log.warn.mockReset()
  rmSync(folder, { recursive: true })
})

function install(): void {
  const program = path.join(folder, 'espeak-ng')
  const file = path.join(folder, 'heard')
  writeFileSync(
    program,
    `#!/bin/sh\nread -r text\necho "$* <- $text" >> ${file}\ncase "$text" in *wait*) exec /bin/sleep 60;; esac\n`,
  )
  chmodSync(program, 0o755)
}

describe('the system’s voice', () => {
  it('says one text after the other, and none of them to the list of processes', async () => {
    install()
    const voice = createSystemVoice(log)
    expect(voice.say({ ...usual, text: 'Ladepunkt 3' }, false)).toBe(true)
    expect(voice.say({ ...usual, language: 'fr-FR', speed: 2, text: 'Prise 3' }, false)).toBe(true)
    await expect
      .poll(heard)
      .toEqual([
        '-v de -s 165 -a 160 --stdin <- Ladepunkt 3',
        '-v fr -s 330 -a 160 --stdin <- Prise 3',
      ])
  })

  it('falls silent for what is more urgent, and forgets what it had still to say', async () => {
    install()
    const voice = createSystemVoice(log)
    voice.say({ ...usual, text: 'wait for it' }, false)
    voice.say({ ...usual, text: 'never' }, false)
    await expect.poll(heard).toHaveLength(1)
    voice.say({ ...usual, text: 'now' }, true)
    await expect.poll(heard).toHaveLength(2)
    expect(heard()[1]).toMatch(/<- now$/)
    voice.stop()
  })

  it('says that it is not there, once', async () => {
    const voice = createSystemVoice(log)
    expect(voice.say({ ...usual, text: 'nobody' }, false)).toBe(false)
    await expect.poll(() => log.warn.mock.calls.length).toBe(1)
    expect(voice.say({ ...usual, text: 'hears' }, true)).toBe(false)
    expect(log.warn).toHaveBeenCalledOnce()
  })
})

describe.runIf(hasProgram)('espeak-ng itself', () => {
  it.each(languageCodes)('has a voice for %s', (language) => {
    vi.unstubAllEnvs()
    const file = path.join(folder, 'said.wav')
    const args = [...argumentsFor({ ...usual, language }), '-w', file]
    const ended = spawnSync('espeak-ng', args, { input: '7 kWh, 12,50 €.', encoding: 'utf8' })
    expect([ended.status, ended.stderr]).toEqual([0, ''])
    // More than a head of 44 bytes: half a second of sound at least.
    expect(statSync(file).size).toBeGreaterThan(20_000)
  })
})
