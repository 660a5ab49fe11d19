import { stringify } from 'csv-stringify/sync'
import type { Clock } from '#common/clock.ts'
import { isoInZone } from '#common/zone.ts'
import type { ChartExport } from '#contract/desk-sessions.ts'
import { CommandError } from '#main/core/errors.ts'
import { makeFolder, writeAtomically } from '#main/core/files.ts'
import type { Log } from '#main/core/log.ts'
import { failureFrom } from './export-failure.ts'
import { csvStyle, freeName } from './export-file.ts'

/**
 * Writes what a chart shows, as a list (CSV) or a picture (SVG), among the exported lists, which take it along when
 * their time is over. Throws a CommandError `storage` where it cannot be written.
 */
export function writeChart(
  { name, language, content }: ChartExport,
  deps: { clock: Clock; log: Log; folder: string; timeZone: string },
): { file: string } {
  const iso = isoInZone(deps.clock.now(), deps.timeZone)
  try {
    makeFolder(deps.folder)
    const file = freeName(deps.folder, name, iso, content.kind === 'list' ? 'csv' : 'svg')
    writeAtomically(
      file,
      content.kind === 'list' ? stringify([...content.rows], csvStyle(language)) : content.svg,
    )
    return { file }
  } catch (error) {
    throw new CommandError(failureFrom(error, deps.log))
  }
}
