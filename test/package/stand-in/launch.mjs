// Takes Electron's place in an installed package: runs the asar as it was installed in the stand-in host over
// Chromium. Node reads no asar, so it is unpacked first.
import { closeSync, mkdirSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const ASAR = '/opt/Forecourt/resources/app.asar'
const app = path.join(process.env.RUNTIME_DIRECTORY ?? '/tmp', 'app')

const file = openSync(ASAR, 'r')
const read = (size, at) => {
  const bytes = Buffer.alloc(size)
  readSync(file, bytes, 0, size, at)
  return bytes
}
// The head: its own size, and a text of JSON with a size of its own in front of it.
const headSize = read(8, 0).readUInt32LE(4)
const head = read(headSize, 8)
const { files } = JSON.parse(head.subarray(8, 8 + head.readUInt32LE(4)).toString())

function unpack(entries, folder) {
  mkdirSync(folder, { recursive: true })
  for (const [name, { files: inside, size, offset }] of Object.entries(entries)) {
    const target = path.join(folder, name)
    if (inside) unpack(inside, target)
    else writeFileSync(target, read(size, 8 + headSize + Number(offset)))
  }
}

rmSync(app, { recursive: true, force: true })
unpack(files, app)
closeSync(file)
process.argv.splice(2, 0, app)
// Where the test puts it, beside this file.
await import(path.join(import.meta.dirname, 'tools/host/index.mjs'))
