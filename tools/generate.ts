/**
 * `npm run generate` writes `src/platform/generated` and `resources/terminal.schema.json`; with
 * `--check` it writes nothing, lists what is stale and exits with 1 if anything is.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { provisionJsonSchema } from '#main/provision/json-schema.ts'
import { generateFiles, generatedFolder } from './generate/files.ts'
import { rootFolder } from './generate/sources.ts'
import { staleFiles } from './generate/stale.ts'

const SCHEMA = 'resources/terminal.schema.json'

const generated = await generateFiles()
const wanted = new Map<string, string | undefined>(
  staleFiles(generated).map((path) => [`${generatedFolder}/${path}`, generated.get(path)]),
)
const schemaFile = join(rootFolder, SCHEMA)
const schema = provisionJsonSchema()
const present = existsSync(schemaFile) ? readFileSync(schemaFile, 'utf8') : ''
if (present.replaceAll('\r\n', '\n') !== schema) wanted.set(SCHEMA, schema)

if (process.argv.includes('--check')) {
  for (const path of wanted.keys()) console.error(`stale: ${path}`)
  if (wanted.size > 0) console.error('Run `npm run generate`.')
  process.exitCode = wanted.size > 0 ? 1 : 0
} else {
  for (const [path, content] of wanted) {
    const target = join(rootFolder, path)
    if (content === undefined) {
      rmSync(target)
    } else {
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, content)
    }
    console.log(`${content === undefined ? 'removed' : 'written'}: ${path}`)
  }
  if (wanted.size === 0) console.log('All generated files are up to date.')
}
