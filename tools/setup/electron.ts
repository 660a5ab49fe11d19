import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { electronFacts, findElectronFile, projectRoot } from '#tools/lib/electron.ts'
import { isDebianRoot, installDebianPackages } from './debian.ts'
import { missingLibraries, packagesFor } from './libraries.ts'
import { readMemory, writeMemory } from './memory.ts'

const DOWNLOAD_LIMIT_MS = 60_000

export interface ElectronOutcome {
  state: 'ready' | 'absent'
  /** What there is to say; empty when there is nothing. */
  sentence: string
}

/** Gets Electron's binary once; a failure is remembered until it is asked for again. */
export function ensureElectron({ retry }: { retry: boolean }): ElectronOutcome {
  const { version } = electronFacts()
  const file = findElectronFile()
  if (file !== null) return checkLibraries(file)
  if (!retry && readMemory().electronFailed === version)
    return absent(
      `Electron ${version} could not be downloaded ("npm run setup -- --electron" tries again).`,
    )
  console.log(`Fetching Electron ${version} with its own installer (given up after 60 s) …`)
  const installer = path.join(projectRoot, 'node_modules', 'electron', 'install.js')
  const { status, signal } = spawnSync(process.execPath, [installer], {
    stdio: ['ignore', 'inherit', 'ignore'],
    timeout: DOWNLOAD_LIMIT_MS,
    killSignal: 'SIGKILL',
  })
  const found = findElectronFile()
  if (status === 0 && found !== null) {
    writeMemory({ electronFailed: null })
    return checkLibraries(found)
  }
  writeMemory({ electronFailed: version })
  const why = signal === null ? 'The download failed' : 'The download took longer than 60 s'
  console.log(
    `${why}: the stand-in over Chromium is used. "npm run setup -- --electron" tries again.`,
  )
  return absent(`Electron ${version} could not be downloaded.`)
}

function absent(sentence: string): ElectronOutcome {
  return { state: 'absent', sentence }
}

/** A binary that cannot load its libraries counts as not there. */
function checkLibraries(file: string): ElectronOutcome {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/ldd'))
    return { state: 'ready', sentence: '' }
  let missing = missingLibraries(file)
  if (missing.length > 0 && isDebianRoot()) {
    console.log(`Installing the libraries that Electron needs: ${missing.join(', ')} …`)
    installDebianPackages(packagesFor(missing))
    missing = missingLibraries(file)
  }
  if (missing.length === 0) return { state: 'ready', sentence: '' }
  return absent(`Electron cannot run: this machine lacks ${missing.join(', ')}.`)
}
