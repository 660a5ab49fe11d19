import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '#tools/lib/electron.ts'
import { addToRepository } from './apt.ts'
import { makeKioskDeb, makeProgramDeb } from './debian.ts'
import { makeDir } from './dir.ts'
import type { Arch } from './electron.ts'
import { writeWith } from './files.ts'
import { licenceTexts } from './licences.ts'
import { softwareBill } from './sbom.ts'
import { stage } from './stage.ts'
import { makeInstallers } from './windows.ts'

export const targets = ['dir', 'deb', 'apt', 'win'] as const
export type Target = (typeof targets)[number]

export interface Making {
  target: Target
  arch: Arch
  /** A zip of Electron, the folder it lies in, `placeholder`, or null: it is downloaded. */
  electron: string | null
  version: string
  seconds: number
  /** Everything is made below it. */
  releaseDir: string
  /** `apt`: the operator's key, as gpg knows it, and the repository's folder. */
  key: string | null
  repository: string | null
}

export const releaseFolder = path.join(projectRoot, 'release')

/** Makes what was asked for, and answers the files or the folder that came of it. */
export async function makeTarget(making: Making): Promise<string[]> {
  const { target, arch, electron: source, version, seconds, releaseDir } = making
  mkdirSync(releaseDir, { recursive: true })
  const staged = stage(path.join(releaseDir, 'stage'), version, seconds)
  writeWith(path.join(releaseDir, `forecourt_${version}.cdx.json`), softwareBill(staged, seconds))
  const platform = target === 'win' ? 'win32' : 'linux'
  const wish = { source, platform, arch } as const
  if (target === 'win') {
    writeWith(path.join(releaseDir, 'third-party-licences.txt'), licenceTexts(staged.packages))
    return makeInstallers(staged, wish, releaseDir)
  }
  const dir = path.join(releaseDir, `linux-${arch}`)
  await makeDir(staged, wish, dir, seconds)
  if (target === 'dir') return [dir]
  const options = { arch, workDir: path.join(releaseDir, 'deb'), outDir: releaseDir, seconds }
  const debs = [makeProgramDeb(staged, dir, options), makeKioskDeb(version, options)]
  if (target === 'deb') return debs
  const { key, repository } = making
  if (key === null || repository === null) throw new Error('A repository needs its key and folder.')
  addToRepository(repository, debs, { key, seconds })
  return [repository]
}
