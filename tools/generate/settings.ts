import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { isOption, rowsOf, settingsTable, type PartName } from '#main/settings/settings-table.ts'
import type { SettingRow } from '#main/settings/table/row.ts'
import { rootFolder } from './sources.ts'

/** The page of all settings: its tables are generated, the text around them is written by hand. */
export const settingsPage = 'docs/settings.md'

const TABLE = /(<!-- generated: (\w+) -->\n)[^]*?(<!-- end -->)/g

/**
 * The page as it stands, with its tables written again and formatted as the project's own files are.
 * @throws if it has no place for a part of the table, or one for a part that is not there
 */
export async function settingsMarkdown(): Promise<string> {
  const filepath = join(rootFolder, settingsPage)
  const parts = Object.keys(settingsTable) as PartName[]
  const missing = new Set<string>(parts)
  const page = readFileSync(filepath, 'utf8').replaceAll('\r\n', '\n')
  const text = page.replaceAll(TABLE, (_, begin: string, name: string, end: string) => {
    const part = parts.find((each) => each === name)
    if (part === undefined) throw new Error(`${settingsPage}: there are no settings of ${name}`)
    missing.delete(part)
    return `${begin}\n${tableOf(part)}\n\n${end}`
  })
  if (missing.size > 0) {
    throw new Error(`${settingsPage} has no place for ${[...missing].join(', ')}`)
  }
  return format(text, { ...(await resolveConfig(filepath)), filepath })
}

function tableOf(part: PartName): string {
  const rows = Object.entries(rowsOf(part)).map(
    ([name, row]) =>
      `| ${[`\`${name}\``, row.expected, defaultOf(row), placesOf(row), meaningOf(row)].join(' | ')} |`,
  )
  return [
    '| name | must be | default | said by | meaning |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

function defaultOf({ defaultText, default: value }: SettingRow): string {
  if (defaultText !== undefined) return defaultText
  return value === null ? 'none' : `\`${JSON.stringify(value)}\``
}

/** `flag` stands for the variable, too. */
function placesOf(row: SettingRow): string {
  const files = row.json === null ? 'settings file' : 'files'
  const from = isOption(row) ? ['flag', files] : [row.onlyProvisioned ? 'provisioning' : 'files']
  return [...from, ...(row.form ? [`desk (${row.form.editableBy})`] : [])].join(', ')
}

function meaningOf(row: SettingRow): string {
  if (row.meaning !== undefined || !isOption(row)) return row.meaning ?? ''
  return row.help.replace(/^./, (letter) => letter.toLowerCase()).replace(/\.$/, '')
}
