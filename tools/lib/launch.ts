import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { readFlags } from '#main/settings/option-flags.ts'
import { variableOf } from '#main/settings/settings-table.ts'
import { describeProblem, optionsHelp, parseOptions, type Options } from '#main/settings/options.ts'
import { findChromium, runsAsRoot } from './chromium.ts'
import { hasDisplay } from './display.ts'
import { findElectronFile, projectRoot } from './electron.ts'

const PARENT_CHECK_MS = 1000

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
  if (parsed.ok) return parsed.options
  for (const problem of parsed.problems) console.error(describeProblem(problem))
  process.exit(2)
}

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
    return [process.execPath, [path.join(projectRoot, 'tools', 'host', 'index.ts'), projectRoot]]
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

/** The same for the stand-in; `picture` is where it writes one of the first live board, or null. */
export function runStandIn(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  picture: string | null,
): void {
  const stdio: StdioOptions = ['inherit', 'pipe', 'inherit', 'ipc']
  const child = spawn(command, args, { cwd: projectRoot, stdio, env })
  follow(child)
  if (child.stdout === null) return
  createInterface({ input: child.stdout }).on('line', (line) => {
    console.log(line)
    if (line === 'board live' && picture !== null) child.send({ picture })
  })
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
