import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Status } from '#main/status/status.ts'
import { Guest } from './pages/guest.ts'
import { FAST_CAR } from './support/network.ts'
import { harms, replaced, untilTrusted, type Harm } from './support/harm.ts'
import { expect, test } from './support/story.ts'

test.slow()

test('whatever becomes of the window, a new one shows the guest the same screen', async ({
  arrive,
  network,
}) => {
  const arrived = await arrive()
  let { terminal, guest } = arrived
  const after = async (harm: Harm): Promise<void> => {
    await untilTrusted(terminal.page)
    terminal = await replaced(terminal, harm)
    guest = new Guest(terminal)
    await expect(guest.page.locator('html')).toHaveAttribute('lang', 'de')
    await expect.poll(() => terminal.page.context().pages().length).toBe(1)
  }
  const { 'its process crashes': crash, ...others } = harms

  await guest.board.language('Deutsch').click()
  await guest.choose('3')
  await test.step('before a start: it can be chosen, and begins once', async () => {
    await after(crash)
    await expect(guest.connector.heading('3')).toBeVisible()
    await guest.connector.chooseCard()
    await guest.connector.start.click()
    await guest.starting.plugIn.waitFor()
    await network.plugIn('3', FAST_CAR)
    await expect(guest.charging.stop).toBeEnabled()
  })
  for (const [name, harm] of Object.entries(others))
    await test.step(`during a charge: ${name}`, async () => {
      await after(harm)
      await expect(guest.charging.stop).toBeEnabled()
    })
  await network.expectEvents('attemptRemoteStart', 1)
})

test('windows that do not help end in a relaunch, and the outside is told', async ({
  arrive,
  terminal: launcher,
}) => {
  const status = (): Status =>
    JSON.parse(readFileSync(path.join(launcher.dataDir, 'status.json'), 'utf8')) as Status
  const { terminal } = await arrive({ metricsPort: 0 })
  await expect.poll(status).toMatchObject({ running: true, state: 'ok', mode: 'guest' })
  const log = readFileSync(path.join(launcher.dataDir, 'logs', 'main.log'), 'utf8')
  const [address = ''] = /http:\/\/127\.0\.0\.1:\d+\/metrics/.exec(log) ?? []
  expect(await (await fetch(address)).text()).toContain('forecourt_link{state="live"} 1')

  const { pid } = status()
  try {
    // Each signal before the new window was seen to be well: three of them, then the program.
    await expect(() => {
      const isOver = terminal.process.lines.some((line) => line.includes('terminal is relaunched'))
      if (!isOver) process.kill(pid, 'SIGUSR2')
      expect(isOver).toBe(true)
    }).toPass({ timeout: 60_000 })
    await expect.poll(() => status().pid, { timeout: 60_000 }).not.toBe(pid)
    await expect
      .poll(status, { timeout: 30_000 })
      .toMatchObject({ running: true, state: 'ok', relaunchesLastHour: 1 })
  } finally {
    // It is nobody's child: the lock says who it is, from its first moment on.
    const lock = path.join(launcher.dataDir, 'stand-in.pid')
    const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : pid
    if (holder !== pid) process.kill(holder, 'SIGTERM')
  }
  await expect.poll(() => status().running).toBe(false)
})
