import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { pathsBelow, run, settleTree, writeWith } from './files.ts'

export interface DebianPackage {
  name: string
  /** As package.json has it; Debian's is made of it. */
  version: string
  architecture: 'amd64' | 'arm64' | 'all'
  /** Fields of the control file beside Package, Version, Architecture and Installed-Size. */
  control: Readonly<Record<string, string>>
  /** What becomes the root of the machine; DEBIAN/ in it has the maintainer scripts. */
  root: string
  /** Programs that run with their owner's rights, by their path from the root. */
  setuid?: readonly string[]
}

/** A version before the release sorts before it: 1.2.0-beta.1 is 1.2.0~beta.1. */
export const debianVersion = (version: string): string => version.replace('-', '~')

/**
 * Packs a folder by Debian's own tool. Everything belongs to root; files of /etc are the operator's once they are
 * installed (conffiles). The same folder gives the same bytes. Answers the file.
 */
export function packDeb(deb: DebianPackage, outDir: string, seconds: number): string {
  const { name, architecture, root, setuid = [] } = deb
  const version = debianVersion(deb.version)
  const files = pathsBelow(root).filter(
    (each) => !each.startsWith('DEBIAN') && lstatSync(path.join(root, each)).isFile(),
  )
  const bytes = files.reduce((sum, each) => sum + lstatSync(path.join(root, each)).size, 0)
  const fields = {
    Package: name,
    Version: version,
    Architecture: architecture,
    'Installed-Size': String(Math.ceil(bytes / 1024)),
    ...deb.control,
  }
  const lines = Object.entries(fields).map(([field, value]) => `${field}: ${value}\n`)
  const put = (file: string, text: string): void => {
    writeWith(path.join(root, 'DEBIAN', file), text)
  }
  put('control', lines.join(''))
  put('md5sums', files.map((each) => `${md5Of(path.join(root, each))}  ${each}\n`).join(''))
  const conffiles = files.filter((each) => each.startsWith('etc/'))
  if (conffiles.length > 0) put('conffiles', conffiles.map((each) => `/${each}\n`).join(''))
  for (const each of setuid) chmodSync(path.join(root, each), 0o4755)
  settleTree(root, seconds)
  mkdirSync(outDir, { recursive: true })
  const file = path.join(outDir, `${name}_${version}_${architecture}.deb`)
  rmSync(file, { force: true })
  // With several threads xz cuts its blocks by the machine's processors.
  const env = { ...process.env, SOURCE_DATE_EPOCH: String(seconds), DPKG_DEB_THREADS_MAX: '1' }
  run('dpkg-deb', ['--root-owner-group', '-Zxz', '--build', root, file], { env })
  return file
}

const md5Of = (file: string): string => createHash('md5').update(readFileSync(file)).digest('hex')
