import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const LOCK_IS_STALE_MS = 15 * 60_000

/** Installs the locked packages when they differ from those installed last. False: it failed. */
export function installPackages(root) {
  const wanted = fingerprint(root)
  const record = path.join(root, 'node_modules', '.forecourt-packages')
  if (readText(record) === wanted) return true
  const unlock = lock(root)
  try {
    // Another set-up may have done it while this one waited.
    if (readText(record) === wanted) return true
    console.log('Installing the locked packages (npm ci) …')
    if (runNpmCi(root) !== 0) return false
    writeFileSync(record, wanted)
    return true
  } finally {
    unlock()
  }
}

function fingerprint(root) {
  const locked = readFileSync(path.join(root, 'package-lock.json'))
  return `${createHash('sha256').update(locked).digest('hex')} ${process.platform} ${process.arch}`
}

function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

/** No package of ours needs an install script: none is run, whichever npm this is. */
function runNpmCi(root) {
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--loglevel=error']
  const npm = process.env.npm_execpath
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  const options = {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32' && !first.length,
  }
  return spawnSync(command, [...first, ...args], options).status
}

/** One installation at a time; the folder is the lock, since making it is atomic. */
function lock(root) {
  const folder = path.join(root, '.forecourt', 'setup.lock')
  mkdirSync(path.dirname(folder), { recursive: true })
  for (let hasSaid = false; !tryMake(folder); hasSaid = true) {
    if (!hasSaid) console.log('Waiting for another set-up to end …')
    if (Date.now() - statSync(folder, { throwIfNoEntry: false })?.mtimeMs > LOCK_IS_STALE_MS)
      rmSync(folder, { recursive: true, force: true })
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500)
  }
  const unlock = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', unlock)
  process.once('SIGINT', () => process.exit(130))
  return unlock
}

function tryMake(folder) {
  try {
    mkdirSync(folder)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}
