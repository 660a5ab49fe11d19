import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '#tools/lib/electron.ts'
import type { BundledPackage } from './bundled.ts'

const LICENCE_FILE = /^(licen[cs]e|copying|notice|ofl)([.-].*)?$/i
const RULE = '-'.repeat(80)

/** Whose software is in the bundles, and under what: each package with the text that it brings. */
export function licenceTexts(packages: readonly BundledPackage[]): string {
  const own = readFileSync(path.join(projectRoot, 'LICENSE'), 'utf8').trim()
  const parts = packages.map((each) => {
    const { name, version, licence } = each
    return [`${name} ${version} (${licence})`, '', textOf(each)].join('\n')
  })
  const head =
    'Electron comes with licences of its own: LICENSE and LICENSES.chromium.html beside the program.'
  return `${[`Forecourt (MIT)\n\n${own}`, head, ...parts].join(`\n\n${RULE}\n\n`)}\n`
}

function textOf({ folder, licence }: BundledPackage): string {
  const files = readdirSync(folder).filter((name) => LICENCE_FILE.test(name))
  const texts = files.sort().map((name) => readFileSync(path.join(folder, name), 'utf8').trim())
  if (texts.length > 0) return texts.join('\n\n')
  return `The package brings no text of its licence, which is ${licence} (https://spdx.org/licenses/).`
}
