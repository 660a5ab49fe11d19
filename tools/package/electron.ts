import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { extract } from '@electron-internal/extract-zip'
import { UsageError } from '#tools/lib/cli.ts'
import { electronFacts, projectRoot } from '#tools/lib/electron.ts'
import { makePlaceholder } from './placeholder.ts'

export type Arch = 'x64' | 'arm64'
export type Platform = 'linux' | 'win32'

export interface ElectronWish {
  /** A folder, a zip of Electron's releases, `placeholder`, or null: it is downloaded. */
  source: string | null
  platform: Platform
  arch: Arch
}

/** Puts Electron, as it was released, into `folder`. @throws {UsageError} when it is not what it should be */
export async function placeElectron(wish: ElectronWish, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  const { source, platform } = wish
  if (source === 'placeholder') {
    await makePlaceholder(folder)
    return
  }
  await extract(source === null ? await download(wish) : checkedZip(source, wish), { dir: folder })
  const binary = platform === 'win32' ? 'electron.exe' : 'electron'
  if (!existsSync(path.join(folder, binary)))
    throw new UsageError(`There is no ${binary} in ${source ?? 'what was downloaded'}.`)
}

/** The name under which Electron's releases and checksums.json have it. */
function zipName({ platform, arch }: ElectronWish): string {
  return `electron-v${electronFacts().version}-${platform}-${arch}.zip`
}

/**
 * A zip is taken when its SHA-256 is the one that the locked package `electron` names. Of a folder nothing could
 * be checked: it is one that the zip lies in.
 */
export function checkedZip(source: string, wish: ElectronWish): string {
  const name = zipName(wish)
  if (!existsSync(source)) throw new UsageError(`--electron: there is no ${source}.`)
  const zip = statSync(source).isDirectory() ? path.join(source, name) : source
  if (!existsSync(zip)) throw new UsageError(`--electron: there is no ${name} in ${source}.`)
  const wanted = checksums()[name]
  const found = createHash('sha256').update(readFileSync(zip)).digest('hex')
  if (found !== wanted)
    throw new UsageError(`${zip} is not ${name}: its SHA-256 is ${found}, not ${String(wanted)}.`)
  return zip
}

function checksums(): Record<string, string> {
  const file = path.join(projectRoot, 'node_modules', 'electron', 'checksums.json')
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
}

/** By Electron's own downloader, which keeps what it has fetched; checked here once more. */
async function download(wish: ElectronWish): Promise<string> {
  const { downloadArtifact } = await import('@electron/get')
  const { version } = electronFacts()
  const { platform, arch } = wish
  const asked = { version, artifactName: 'electron', platform, arch, checksums: checksums() }
  try {
    return checkedZip(await downloadArtifact(asked), wish)
  } catch (error) {
    throw new UsageError(
      `Electron ${version} could not be downloaded (${String(error)}): give its zip by --electron FILE.`,
    )
  }
}
