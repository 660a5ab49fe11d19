// Brings everything that the project needs; runs on Node 20 with nothing installed yet.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { carriedNode } from './setup/carried-node.mjs'
import { installPackages } from './setup/packages.mjs'

const root = path.dirname(import.meta.dirname ?? new URL('.', import.meta.url).pathname)

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}

if (!installPackages(root))
  fail('The packages could not be installed: see the message of npm above.')
// Else the running one, if it can run TypeScript.
const node = carriedNode(root) ?? (process.features.typescript ? process.execPath : null)
if (node === null)
  fail(`Node ${process.versions.node} is too old here: install Node.js 24 from https://nodejs.org.`)
const machine = path.join(root, 'tools', 'setup', 'machine.ts')
const { status } = spawnSync(node, [machine, ...process.argv.slice(2)], { stdio: 'inherit' })
process.exit(status ?? 1)
