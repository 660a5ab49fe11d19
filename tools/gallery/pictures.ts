import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '#tools/lib/electron.ts'

/** Where the gallery's page lies, and beside it its pictures. */
export const galleryPage = path.join(projectRoot, 'artifacts', 'gallery', 'index.html')
export const galleryFolder = path.join(path.dirname(galleryPage), 'pictures')

/** One picture: which screen, in which language, size (px) and mode. */
export interface Picture {
  readonly file: string
  readonly screen: string
  readonly language: string
  readonly size: string
  readonly mode: string
}

/** A screen that was not reached, and why. */
export interface Failure {
  readonly screen: string
  readonly language: string
  readonly why: string
}

/** A file's name tells what it shows; `look` is `<size>.<mode>`. */
export const nameOf = (screen: string, language: string, look: string, ending: string): string =>
  `${screen}.${language}.${look}.${ending}`

/** The pictures among these files, by screens as the journeys show them. */
export function picturesIn(files: readonly string[]): Picture[] {
  return files.flatMap((file) => {
    const [screen = '', language = '', size = '', mode = '', ending] = file.split('.')
    return ending === 'webp' ? [{ file: `pictures/${file}`, screen, language, size, mode }] : []
  })
}

/** What a run left in the folder. */
export function readGallery(folder = galleryFolder): { pictures: Picture[]; failures: Failure[] } {
  const files = readdirSync(folder).toSorted()
  const failures = files.flatMap((file) => {
    const [screen = '', language = '', , ending] = file.split('.')
    if (ending !== 'txt') return []
    return [{ screen, language, why: readFileSync(path.join(folder, file), 'utf8') }]
  })
  return { pictures: picturesIn(files), failures }
}
