import { createWriteStream, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify, type Options } from 'csv-stringify'
import { isoInZone } from '#common/zone.ts'
import { FILE_MODE, makeFolder, syncFolder } from '#main/core/files.ts'
import type { ExportRow } from './export-row.ts'
import type { SumRow } from './export-sums.ts'
import type { ExportColumn } from './export-words.ts'

const PART = '.part'
const NAME =
  /^(?:sessions|sums|busy|months)-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)(-\d+)?\.(?:csv|svg)$/

/**
 * Writes rows as they come into a CSV file (RFC 4180) and returns its path. The file has its name only
 * once it is whole and on disk; whatever ends it early leaves nothing. Throws what the rows throw, the
 * file system's error, or the signal's abort.
 */
export async function writeExport(request: {
  folder: string
  /** What the file's name begins with. */
  name: 'sessions' | 'sums'
  rows: AsyncIterable<ExportRow | SumRow>
  columns: readonly ExportColumn[]
  /** BCP 47 tag: its decimal sign, and the separator that goes with it. */
  language: string
  atMs: number
  timeZone: string
  signal: AbortSignal
}): Promise<string> {
  const { folder, name, rows, columns, language, signal } = request
  makeFolder(folder)
  const file = freeName(folder, name, isoInZone(request.atMs, request.timeZone), 'csv')
  const part = `${file}${PART}`
  try {
    await pipeline(
      Readable.from(rows),
      stringify({ ...csvStyle(language), header: true, columns: [...columns] }),
      createWriteStream(part, { mode: FILE_MODE, flush: true }),
      { signal },
    )
    renameSync(part, file)
    syncFolder(folder)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
  return file
}

/** Removes lists written before `beforeMs`, and what a power cut left of one. */
export function purgeExports(folder: string, beforeMs: number): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    if (name.endsWith(PART) || writtenAtMs(name) < beforeMs) rmSync(path.join(folder, name))
  }
}

/** Digits after the point at least, by column: sums of money as they are written, energy to the watt-hour. */
const DIGITS: Readonly<Record<string, number>> = { energyKWh: 3, net: 2, tax: 2, gross: 2 }

/** EVSE IDs of DIN 91286 begin with a plus (`+49*822*5`): they stay what they are, and compute nothing but digits. */
const DIN_EVSE_ID = /^\+\d{1,3}(\*\d+)+$/

/** With a byte order mark, by which spreadsheets know UTF-8; no cell begins a formula. `language`: BCP 47. */
export function csvStyle(language: string): Options {
  const comma = decimalSign(language) === ','
  return {
    bom: true,
    delimiter: comma ? ';' : ',',
    record_delimiter: '\r\n',
    // By itself it only quotes a cell with the whole record delimiter in it.
    quoted_match: /[\r\n]/,
    escape_formulas: true,
    cast: {
      string: (value, { column }) =>
        column === 'evseId' && DIN_EVSE_ID.test(value) ? { value, escape_formulas: false } : value,
      number: (value, { column }) => {
        const written = withDigits(value, DIGITS[column ?? ''] ?? 0)
        return comma ? written.replace('.', ',') : written
      },
    },
  }
}

/** No digit less than delivered. */
function withDigits(value: number, least: number): string {
  const written = String(value)
  const digits = written.split('.')[1]?.length ?? 0
  return digits < least && !written.includes('e') ? value.toFixed(least) : written
}

function decimalSign(language: string): string {
  const parts = new Intl.NumberFormat(language).formatToParts(1.5)
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.'
}

/** `sessions-2026-11-23T10-00-00.csv`, by the site's clock (`iso`: ISO 8601 with its offset). */
export function freeName(folder: string, name: string, iso: string, extension: string): string {
  const base = path.join(folder, `${name}-${iso.slice(0, 19).replaceAll(':', '-')}`)
  let file = `${base}.${extension}`
  for (let copy = 2; existsSync(file); copy += 1) file = `${base}-${String(copy)}.${extension}`
  return file
}

/** By its name, to within a time zone; a name of somebody else's is never old. */
function writtenAtMs(name: string): number {
  const [, day, hour, minute, second] = NAME.exec(name) ?? []
  return day ? Date.parse(`${day}T${hour}:${minute}:${second}Z`) : Infinity
}
