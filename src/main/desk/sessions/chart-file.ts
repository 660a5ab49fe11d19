import { stringify } from 'csv-stringify/sync'
import type { ChartExport } from '#contract/desk-sessions.ts'
import { makeFolder, writeAtomically } from '#main/core/files.ts'
import { csvStyle, freeName } from './export-file.ts'

/** Writes what a chart shows, as a list (CSV) or a picture (SVG), among the exported lists; returns its path. */
export function writeChart(
  { name, language, content }: ChartExport,
  place: { readonly folder: string; readonly iso: string },
): string {
  makeFolder(place.folder)
  const extension = content.kind === 'list' ? 'csv' : 'svg'
  const file = freeName(place.folder, name, place.iso, extension)
  const text =
    content.kind === 'list' ? stringify([...content.rows], csvStyle(language)) : content.svg
  writeAtomically(file, text)
  return file
}
