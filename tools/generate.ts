/**
 * `npm run generate` writes `src/platform/generated`, `src/renderer/i18n/generated`, `docs/operations.md`, the
 * tables of `docs/settings.md`, `docs/floors.md`, `THIRD_PARTY.md` and `resources/terminal.schema.json`; with `--check` it
 * writes nothing, lists what is stale and exits with 1 if anything is. An operation that does not fit the
 * schema is named with its file and place.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { OperationError } from './generate/documents.ts'
import { generateFiles } from './generate/files.ts'
import { rootFolder } from './generate/sources.ts'
import { staleFiles } from './generate/stale.ts'

const wanted = await generateFiles().catch((error: unknown) => {
  if (!(error instanceof OperationError)) throw error
  console.error(error.message)
  process.exit(1)
})
const stale = staleFiles(wanted)

if (process.argv.includes('--check')) {
  for (const path of stale) console.error(`stale: ${path}`)
  if (stale.length > 0) console.error('Run `npm run generate`.')
  process.exitCode = stale.length > 0 ? 1 : 0
} else {
  for (const path of stale) {
    const target = join(rootFolder, path)
    const content = wanted.get(path)
    if (content === undefined) {
      rmSync(target)
    } else {
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, content)
    }
    console.log(`${content === undefined ? 'removed' : 'written'}: ${path}`)
  }
  if (stale.length === 0) console.log('All generated files are up to date.')
}
