import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Failure, Picture } from './pictures.ts'

const template = path.join(import.meta.dirname, 'page.html')
/** What the template has in its place. */
const PLACE = "'GALLERY'"

/** The gallery as one page: no library, nothing from elsewhere, the pictures beside it. */
export function pageOf(gallery: { pictures: Picture[]; failures: Failure[] }): string {
  // Words of a failure must not end the script that they stand in.
  const data = JSON.stringify(gallery).replaceAll('<', String.raw`\u003c`)
  return readFileSync(template, 'utf8').replace(PLACE, () => data)
}
