import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { once } from 'node:events'
import { projectRoot } from '#tools/lib/electron.ts'
import { expect, test } from '@playwright/test'

interface Started {
  child: ChildProcess
  /** Everything it has written so far. */
  text(): string
  ended: Promise<number | null>
}

/** What `npm start -- …` runs, without a display, on an empty data folder. */
function start(...flags: string[]): Started {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'forecourt-start-'))
  const child = spawn(
    process.execPath,
    [path.join('tools', 'start.ts'), '--data-dir', dataDir, ...flags],
    { cwd: projectRoot, env: { ...process.env, FORECOURT_HEADLESS: '1' } },
  )
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const ended = once(child, 'exit').then(([code]) => {
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
    return code as number | null
  })
  return { child, text: () => text, ended }
}

test('npm start says in words what runs and what to do next, and ends quietly', async () => {
  const { child, text, ended } = start('--host', 'chromium')
  await expect.poll(text, { timeout: 60_000 }).toContain('Forecourt is running.')
  expect(text()).toMatch(/shows +the demo network: a hotel with 6 plugs/)
  expect(text()).toMatch(/desk +Help, then Staff, then 2468/)
  await expect.poll(text, { timeout: 60_000 }).toContain('A picture of the board is in')
  child.kill('SIGINT')
  await ended
  expect(text()).not.toMatch(/^\{|Chromium ended|ERROR/m)
})

test('npm start names the sites there are where one is asked for that is not', async () => {
  const { child, text, ended } = start('--host', 'chromium', '--site', 'nope')
  await expect
    .poll(text, { timeout: 60_000 })
    .toMatch(/no site "nope"; the demo network has .+hotel/)
  child.kill('SIGINT')
  await ended
})

test('a terminal is carried to another folder by backup and restore', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'forecourt-carried-'))
  const home = path.join(folder, 'home')
  const other = path.join(folder, 'other')
  const file = path.join(folder, 'terminal.backup')
  mkdirSync(home)
  writeFileSync(path.join(home, 'settings.json'), '{"guest":{"deskPhone":"+43 1 2"}}')
  const made = start('backup', file, '--data-dir', home)
  expect(await made.ended, made.text()).toBe(0)
  const restored = start('restore', file, '--data-dir', other)
  expect(await restored.ended, restored.text()).toBe(0)
  expect(readFileSync(path.join(other, 'settings.json'), 'utf8')).toContain('+43 1 2')
  const wrong = start('restore', path.join(folder, 'none'), '--data-dir', other)
  expect(await wrong.ended).toBe(1)
  expect(wrong.text()).toContain('no such file')
  rmSync(folder, { recursive: true, force: true })
})

for (const [flags, words] of [
  [['de'], 'Unknown: de. Flags go after --'],
  [['--language', 'deutsch'], '--language: "deutsch" cannot be used; it must be one of'],
  [['--langage', 'de'], 'must be one of --endpoint'],
] as const)
  test(`npm start refuses ${flags.join(' ')} and says what would be right`, async () => {
    const { text, ended } = start(...flags)
    expect(await ended).toBe(2)
    expect(text()).toContain(words)
  })
