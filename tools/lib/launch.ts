import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { readFlags } from '#main/settings/option-flags.ts'
import { variableOf } from '#main/settings/settings-table.ts'
import { describeProblem, optionsHelp, parseOptions, type Options } from '#main/settings/options.ts'
import { findChromium, runsAsRoot } from './chromium.ts'
import { hasDisplay } from './display.ts'
import { findElectronFile, projectRoot } from './electron.ts'
import { readableLine } from './start-words.ts'

const PARENT_CHECK_MS = 1000

/** What main prints then. */
const BOARD_LIVE = 'board live'

export type HostChoice =
  | { host: 'electron'; executable: string; notice: null }
  | { host: 'chromium'; executable: string; notice: string }
  | { host: 'none'; notice: string }

/** Reads the command line of a tool: prints help or what is wrong, and ends the process then. */
export function optionsOrExit(argv: string[], usage: string): Options {
  if (argv.includes('--help')) {
    console.log(`${usage}\n\n${optionsHelp()}`)
    process.exit(0)
  }
  const parsed = parseOptions(argv, process.env)
  const { words } = readFlags(argv)
  if (parsed.ok && words.length === 0) return parsed.options
  if (words.length > 0) console.error(misplaced(words))
  if (!parsed.ok) for (const problem of parsed.problems) console.error(describeProblem(problem))
  process.exit(2)
}

/** npm takes flags for its own where `--` is forgotten, and hands on their values alone. */
const misplaced = (words: readonly string[]): string =>
  `Unknown: ${words.join(' ')}. Flags go after --, such as: npm start -- --language de`

/** Electron where it can run and be seen, else the stand-in, unless one is asked for by name. */
export function chooseHost(asked: Options['host']): HostChoice {
  const electron = findElectronFile()
  const chromium = findChromium()
  if (electron !== null && asked !== 'chromium' && (asked === 'electron' || hasDisplay()))
    return { host: 'electron', executable: electron, notice: null }
  if (asked === 'electron')
    return { host: 'none', notice: 'Electron is not here: "npm run setup -- --electron" gets it.' }
  if (chromium === null)
    return { host: 'none', notice: 'Chromium was not found: "npm run setup" says what to do.' }
  const why =
    electron === null ? 'Electron is not here' : hasDisplay() ? 'As asked' : 'There is no display'
  return {
    host: 'chromium',
    executable: chromium,
    notice: `${why}: the terminal runs on its stand-in over Chromium. It cannot show the kiosk lock, printing, the system's secret store or packaging (tools/host/README.md).`,
  }
}

/** The command that starts the app in `choice`; `node` runs the stand-in. */
export function hostCommand(choice: Exclude<HostChoice, { host: 'none' }>): [string, string[]] {
  if (choice.host === 'chromium')
    return [process.execPath, [path.join(projectRoot, 'tools', 'host', 'index.mjs'), projectRoot]]
  return [choice.executable, [...(runsAsRoot() ? ['--no-sandbox'] : []), projectRoot]]
}

/** Flags as environment variables: other users of the machine can read a command line. */
export function environmentOf(argv: string[]): NodeJS.ProcessEnv {
  const given = readFlags(argv).given.map(({ name, text }) => [variableOf(name), text])
  return { ...process.env, ...(Object.fromEntries(given) as NodeJS.ProcessEnv) }
}

/** Runs a command in the foreground: signals go on to it, and its end is ours. */
export function runInForeground(command: string, args: string[], env: NodeJS.ProcessEnv): void {
  follow(spawn(command, args, { cwd: projectRoot, stdio: 'inherit', env }))
}

/**
 * Runs the terminal in the foreground, its log in words. `onLive` is called when its board is live for
 * the first time; the stand-in writes a picture of it to the file `picture` then.
 */
export function runTerminal(
  choice: Exclude<HostChoice, { host: 'none' }>,
  env: NodeJS.ProcessEnv,
  { picture, onLive }: { picture: string | null; onLive: () => void },
): void {
  const [command, args] = hostCommand(choice)
  const isStandIn = choice.host === 'chromium'
  const child = spawn(command, args, {
    ...{ cwd: projectRoot, env },
    // The stand-in ends with this process, and hears from it.
    stdio: ['inherit', 'pipe', 'pipe', isStandIn ? 'ipc' : 'ignore'],
  })
  let wasLive = false
  const live = (): void => {
    if (wasLive) return
    wasLive = true
    if (picture !== null && isStandIn) child.send({ picture })
    onLive()
  }
  follow(child)
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    if (from === null) continue
    createInterface({ input: from }).on('line', (line) => {
      const readable = readableLine(line)
      if (line === BOARD_LIVE) live()
      else if (readable !== null) to.write(`${readable}\n`)
    })
  }
}

function follow(child: ChildProcess): void {
  // npm passes a signal on to its shell only, which dies of it alone.
  const parent = process.ppid
  const orphaned = (): boolean => process.platform !== 'win32' && process.ppid !== parent
  setInterval(() => orphaned() && child.kill('SIGTERM'), PARENT_CHECK_MS).unref()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`The terminal cannot be started: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code) => process.exit(code ?? 1))
}
