import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  flipFuses,
  FuseState,
  FuseV1Options,
  FuseVersion,
  getCurrentFuseWire,
} from '@electron/fuses'
import { projectRoot } from '#tools/lib/electron.ts'

export type Fuses = Record<string, boolean>

/** As resources/fuses.json has them, by the names of Electron's documentation. */
export function wantedFuses(): Fuses {
  return JSON.parse(
    readFileSync(path.join(projectRoot, 'resources', 'fuses.json'), 'utf8'),
  ) as Fuses
}

/** The fuses that this Electron knows, by their place in the wire. */
const known = Object.values(FuseV1Options).filter((each) => typeof each === 'number')

const nameOf = (fuse: FuseV1Options): string => {
  const name = FuseV1Options[fuse]
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`
}

/** Burns every fuse into the binary and reads them back. @throws {Error} where one is missing or has not taken */
export async function burnFuses(binary: string, fuses: Fuses = wantedFuses()): Promise<void> {
  const names = known.map(nameOf)
  const missing = names.filter((name) => typeof fuses[name] !== 'boolean')
  const strange = Object.keys(fuses).filter((name) => !names.includes(name))
  if (missing.length + strange.length > 0)
    throw new Error(
      `fuses.json: missing ${missing.join(', ') || 'none'}, not known ${strange.join(', ') || 'none'}.`,
    )
  const burnt = Object.fromEntries(known.map((fuse) => [fuse, fuses[nameOf(fuse)]]))
  await flipFuses(binary, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    ...(burnt as Record<FuseV1Options, boolean>),
  })
  const read = await readFuses(binary)
  const wrong = names.filter((name) => read[name] !== fuses[name])
  if (wrong.length > 0) throw new Error(`These fuses have not taken: ${wrong.join(', ')}.`)
}

/** The fuses of a binary as they are: on, off, and none for what its wire does not have. */
export async function readFuses(binary: string): Promise<Fuses> {
  const wire = await getCurrentFuseWire(binary)
  const states = known.flatMap((fuse) => {
    const state = wire[fuse]
    const isSettled = state === FuseState.ENABLE || state === FuseState.DISABLE
    return isSettled ? [[nameOf(fuse), state === FuseState.ENABLE] as const] : []
  })
  return Object.fromEntries(states)
}
