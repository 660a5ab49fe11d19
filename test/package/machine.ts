import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { run, writeWith } from '#tools/package/files.ts'

const WAIT_MS = 120_000
const LOOK_EVERY_MS = 500

/** What a command in the machine came to. */
export interface Ended {
  code: number
  /** Both of its outputs. */
  text: string
}

/** A bare Debian that has booted by its own systemd, in a container that shares this machine's network. */
export interface Machine {
  readonly root: string
  /** Runs a shell command in it as root. */
  sh(command: string): Promise<Ended>
  /** The same; its output without blanks around. @throws {Error} when it fails */
  must(command: string): Promise<string>
  /** Waits until a command ends with 0. @throws {Error} with what it said last */
  until(command: string, limitMs?: number): Promise<void>
  close(): Promise<void>
}

/** Makes the folder of a bare Debian by debootstrap, from its own mirror where none is given: what boots, and no more. */
export function makeRoot(
  root: string,
  { suite, mirror }: { suite: string; mirror: string | undefined },
): void {
  rmSync(root, { recursive: true, force: true })
  mkdirSync(path.dirname(root), { recursive: true })
  const include = 'systemd,systemd-sysv,dbus,udev,ca-certificates'
  const from = mirror === undefined ? [] : [mirror]
  run('debootstrap', ['--variant=minbase', `--include=${include}`, suite, root, ...from])
  const list = path.join(root, 'etc/apt/sources.list')
  const [, used = ''] = /^deb (\S+)/m.exec(readFileSync(list, 'utf8')) ?? []
  const security = used.replace(/debian\/?$/, 'debian-security')
  const sources = [
    `deb ${used} ${suite} main`,
    `deb ${used} ${suite}-updates main`,
    `deb ${security} ${suite}-security main`,
  ]
  writeWith(list, `${sources.join('\n')}\n`)
  // It shares this machine's network: nothing in it has to bring one up.
  writeWith(path.join(root, 'etc/resolv.conf'), readFileSync('/etc/resolv.conf'))
}

/** Boots it. Its end is waited for by `close`. */
export async function boot(root: string): Promise<Machine> {
  const name = `forecourt-${String(process.pid)}`
  const args = ['--register=no', '--keep-unit', '--boot', '--quiet', '-M', name]
  const nspawn = spawn(
    'systemd-nspawn',
    [...args, '--resolv-conf=off', '--console=read-only', '-D', root],
    { stdio: 'ignore' },
  )
  const leader = await leaderOf(nspawn)
  const sh = async (command: string): Promise<Ended> => inside(leader, command)
  const machine: Machine = {
    root,
    sh,
    async must(command) {
      const { code, text } = await sh(command)
      if (code !== 0) throw new Error(`"${command}" ended with ${String(code)}: ${text}`)
      return text.trim()
    },
    async until(command, limitMs = WAIT_MS) {
      const beganMs = performance.now()
      for (let ended = await sh(command); ended.code !== 0; ended = await sh(command)) {
        if (performance.now() - beganMs > limitMs)
          throw new Error(`It was not seen that "${command}": ${ended.text}`)
        await pause(LOOK_EVERY_MS)
      }
    },
    async close() {
      const ended = new Promise((resolve) => nspawn.once('exit', resolve))
      await inside(leader, 'systemctl --no-block poweroff')
      await Promise.race([ended, pause(30_000).then(() => nspawn.kill('SIGKILL'))])
    },
  }
  await machine.until('systemctl is-system-running | grep -Eq "running|degraded"')
  return machine
}

/** The container's first process: the child of nspawn. */
async function leaderOf(nspawn: ChildProcess): Promise<number> {
  for (;;) {
    if (nspawn.exitCode !== null) throw new Error('systemd-nspawn has ended.')
    const pid = Number(childrenOf(nspawn.pid ?? 0)[0] ?? 0)
    if (pid > 0 && (await inside(pid, 'test -S /run/systemd/private')).code === 0) return pid
    await pause(LOOK_EVERY_MS)
  }
}

function childrenOf(pid: number): string[] {
  return readdirSync(`/proc/${String(pid)}/task`).flatMap((task) => {
    const file = `/proc/${String(pid)}/task/${task}/children`
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ').filter(Boolean) : []
  })
}

function inside(leader: number, command: string): Promise<Ended> {
  const env = [
    'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    'HOME=/root',
    'LC_ALL=C.UTF-8',
    'DEBIAN_FRONTEND=noninteractive',
  ]
  const args = ['-t', String(leader), '-a', '--', 'env', '-i', ...env, 'sh', '-c', command]
  const child = spawn('nsenter', args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
  return new Promise((resolve) => {
    child.on('close', (code) => {
      resolve({ code: code ?? 1, text })
    })
  })
}
