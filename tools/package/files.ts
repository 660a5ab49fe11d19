import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { projectRoot } from '#tools/lib/electron.ts'

/**
 * The one time that everything in a package bears, in seconds since 1970: SOURCE_DATE_EPOCH, else that of the
 * commit, so that the same sources make the same bytes.
 */
export function epochSeconds(env: NodeJS.ProcessEnv = process.env): number {
  const given = env['SOURCE_DATE_EPOCH'] ?? ''
  if (/^\d+$/.test(given)) return Number(given)
  const git = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: projectRoot })
  const committed = Number(String(git.stdout))
  return git.status === 0 && committed > 0 ? committed : Date.UTC(2026, 0, 1) / 1000
}

/** Every file, folder and link below a folder by its path there, sorted: what is inside comes after its folder. */
export function pathsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
}

/** Writes a file with its folders, by a mode that the umask does not change. */
export function writeWith(file: string, content: string | Uint8Array, mode = 0o644): void {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, content)
  chmodSync(file, mode)
}

export function copyInto(from: string, to: string, mode = 0o644): void {
  mkdirSync(path.dirname(to), { recursive: true })
  copyFileSync(from, to)
  chmodSync(to, mode)
}

/** Copies a tree of text files; `fill` puts values into them. What begins with `#!` can be run. */
export function copyTree(from: string, to: string, fill: (text: string) => string): void {
  for (const each of pathsBelow(from)) {
    const source = path.join(from, each)
    if (!lstatSync(source).isFile()) continue
    const text = fill(readFileSync(source, 'utf8'))
    writeWith(path.join(to, each), text, text.startsWith('#!') ? 0o755 : 0o644)
  }
}

/** Makes a tree the same wherever it was built: folders 0755, and one time everywhere. */
export function settleTree(root: string, seconds: number): void {
  for (const each of ['', ...pathsBelow(root)].toReversed()) {
    const file = path.join(root, each)
    if (lstatSync(file).isDirectory()) chmodSync(file, 0o755)
    lutimesSync(file, seconds, seconds)
  }
}

/** Runs a program to its end; what it says is shown only when it fails. Its standard output. @throws {Error} */
export function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): string {
  const ended = spawnSync(command, args, {
    ...options,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (ended.error) throw new Error(`${command} cannot be run: ${ended.error.message}`)
  if (ended.status !== 0)
    throw new Error(
      `${command} ended with ${String(ended.status)}:\n${ended.stdout}${ended.stderr}`,
    )
  return ended.stdout
}
