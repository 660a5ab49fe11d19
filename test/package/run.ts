import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runsAsRoot } from '#tools/lib/chromium.ts'
import { UsageError } from '#tools/lib/cli.ts'
import { projectRoot } from '#tools/lib/electron.ts'
import { projectVersion } from '#tools/package/stage.ts'
import { distribution, installDebianPackages } from '#tools/setup/debian.ts'
import { createChecks } from './checks.ts'
import { seeInstalling } from './installing.ts'
import { boot, makeRoot } from './machine.ts'
import { openRepository } from './repository.ts'
import { placeStandIn, seeSession } from './session.ts'
import { seeUpdating } from './updating.ts'

const NEEDED = ['debootstrap', 'systemd-container', 'apt-utils', 'gpg', 'dpkg', 'util-linux']
/** Undefined: debootstrap's own. */
const MIRROR = process.env['FORECOURT_DEBIAN_MIRROR']
const pictures = path.join(projectRoot, 'artifacts', 'install')

/** Everything that can be seen of the packages without a screen and without Electron; true: all of it was. */
export async function installTest({
  suite,
  keep,
}: {
  suite: string
  keep: boolean
}): Promise<boolean> {
  if (!runsAsRoot() || distribution() !== 'debian')
    throw new UsageError('This needs Debian, and root: it makes and boots another Debian.')
  if (!installDebianPackages(NEEDED)) return false
  const workDir = mkdtempSync(path.join(tmpdir(), 'forecourt-install-'))
  const root = path.join(workDir, 'debian')
  const from = projectVersion()
  const to = `${from}.1`.replace(
    /^(\d+)\.(\d+)\.(\d+)\.1$/,
    (_, a: string, b: string, c: string) => {
      return `${a}.${b}.${String(Number(c) + 1)}`
    },
  )
  const checks = createChecks()
  const repository = await openRepository(workDir)
  try {
    await repository.publish(from)
    console.log(`A bare Debian ${suite} is made in ${root} …`)
    makeRoot(root, { suite, mirror: MIRROR })
    const machine = await boot(root)
    try {
      await seeInstalling(checks, machine, repository)
      await placeStandIn(machine)
      await seeSession(checks, machine, pictures)
      await seeUpdating(checks, machine, repository, { from, to })
    } finally {
      await machine.close()
    }
  } finally {
    repository.close()
    if (!keep) rmSync(workDir, { recursive: true, force: true })
  }
  console.log(`\n${String(checks.passed)} passed, ${String(checks.failed)} failed`)
  return checks.failed === 0
}
