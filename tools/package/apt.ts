import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { run, writeWith } from './files.ts'

/** What sources.list and unattended-upgrades know the repository by. */
const SUITE = 'stable'
const COMPONENT = 'main'
const ARCHITECTURES = ['amd64', 'arm64'] as const

/**
 * Adds packages to a repository that any web server can serve as it is, makes its lists, and signs them with a key of
 * the operator's keyring (`GNUPGHOME`). Older versions stay, so that one can go back. Answers the folder's files that
 * a machine needs: the public key, and the source entry.
 */
export function addToRepository(
  folder: string,
  debs: readonly string[],
  options: { key: string; seconds: number },
): void {
  const { key, seconds } = options
  const pool = path.join('pool', COMPONENT)
  mkdirSync(path.join(folder, pool), { recursive: true })
  for (const deb of debs) copyFileSync(deb, path.join(folder, pool, path.basename(deb)))
  const dist = path.join(folder, 'dists', SUITE)
  rmSync(dist, { recursive: true, force: true })
  for (const architecture of ARCHITECTURES) {
    const list = run('apt-ftparchive', ['--arch', architecture, 'packages', pool], { cwd: folder })
    const file = path.join(dist, COMPONENT, `binary-${architecture}`, 'Packages')
    writeWith(file, list)
    writeWith(`${file}.gz`, gzipSync(list, { level: 9 }))
  }
  const facts = {
    Origin: 'Forecourt',
    Label: 'Forecourt',
    Suite: SUITE,
    Codename: SUITE,
    Architectures: ARCHITECTURES.join(' '),
    Components: COMPONENT,
    Description: 'Forecourt terminals',
  }
  const settings = Object.entries(facts).flatMap(([name, value]) => [
    '-o',
    `APT::FTPArchive::Release::${name}=${value}`,
  ])
  const env = { ...process.env, SOURCE_DATE_EPOCH: String(seconds) }
  writeWith(
    path.join(dist, 'Release'),
    run('apt-ftparchive', [...settings, 'release', dist], { env }),
  )
  const sign = (...args: string[]): string =>
    run('gpg', ['--batch', '--yes', '--local-user', key, ...args])
  const release = path.join(dist, 'Release')
  sign('--clearsign', '--output', path.join(dist, 'InRelease'), release)
  sign('--armor', '--detach-sign', '--output', `${release}.gpg`, release)
  const publicKey = path.join(folder, 'forecourt.gpg')
  run('gpg', ['--batch', '--yes', '--output', publicKey, '--export', key])
}
