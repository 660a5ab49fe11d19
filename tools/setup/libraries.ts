import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { readMemory, writeMemory } from './memory.ts'

/** Debian's package for each library of Electron's, under the names of Debian 12 and of 13. */
const PACKAGES: Record<string, [bookworm: string, later?: string]> = {
  'libnspr4.so': ['libnspr4'],
  'libnss3.so': ['libnss3'],
  'libnssutil3.so': ['libnss3'],
  'libsmime3.so': ['libnss3'],
  'libatk-1.0.so.0': ['libatk1.0-0', 'libatk1.0-0t64'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  'libatspi.so.0': ['libatspi2.0-0', 'libatspi2.0-0t64'],
  'libcups.so.2': ['libcups2', 'libcups2t64'],
  'libdbus-1.so.3': ['libdbus-1-3'],
  'libgtk-3.so.0': ['libgtk-3-0', 'libgtk-3-0t64'],
  'libgdk-3.so.0': ['libgtk-3-0', 'libgtk-3-0t64'],
  'libgio-2.0.so.0': ['libglib2.0-0', 'libglib2.0-0t64'],
  'libglib-2.0.so.0': ['libglib2.0-0', 'libglib2.0-0t64'],
  'libgobject-2.0.so.0': ['libglib2.0-0', 'libglib2.0-0t64'],
  'libpango-1.0.so.0': ['libpango-1.0-0'],
  'libcairo.so.2': ['libcairo2'],
  'libX11.so.6': ['libx11-6'],
  'libXcomposite.so.1': ['libxcomposite1'],
  'libXdamage.so.1': ['libxdamage1'],
  'libXext.so.6': ['libxext6'],
  'libXfixes.so.3': ['libxfixes3'],
  'libXrandr.so.2': ['libxrandr2'],
  'libxcb.so.1': ['libxcb1'],
  'libxkbcommon.so.0': ['libxkbcommon0'],
  'libgbm.so.1': ['libgbm1'],
  'libdrm.so.2': ['libdrm2'],
  'libexpat.so.1': ['libexpat1'],
  'libasound.so.2': ['libasound2', 'libasound2t64'],
  'libudev.so.1': ['libudev1'],
}

/** The libraries that `ldd` does not find. A good answer is remembered for this very file. */
export function missingLibraries(file: string): string[] {
  const { mtimeMs, size } = statSync(file)
  const mark = `${file} ${String(size)} ${String(mtimeMs)}`
  if (readMemory().electronRuns === mark) return []
  const { stdout } = spawnSync('ldd', [file], { encoding: 'utf8' })
  const missing = parseLdd(stdout)
  if (missing.length === 0) writeMemory({ electronRuns: mark })
  return missing
}

/** `	libgbm.so.1 => not found` → `libgbm.so.1`. */
export function parseLdd(text: string): string[] {
  return [...text.matchAll(/^\s*(\S+) => not found$/gm)].map(([, name = '']) => name)
}

/** Debian's packages for these libraries; `exists` says which names this Debian knows. */
export function packagesFor(
  libraries: readonly string[],
  exists: (name: string) => boolean = knownToApt,
): string[] {
  const names = libraries.flatMap((library) => {
    const [first, later] = PACKAGES[library] ?? []
    if (first === undefined) return []
    return later !== undefined && exists(later) ? [later] : [first]
  })
  return [...new Set(names)]
}

function knownToApt(name: string): boolean {
  return spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0
}
