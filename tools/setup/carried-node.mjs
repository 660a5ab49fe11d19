import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Node 24 as the locked packages carry it for this machine, or null. npm's scripts find it as
 * `node` in node_modules/.bin: npm 10 leaves that link out, since three packages offer it.
 */
export function carriedNode(root) {
  const isWindows = process.platform === 'win32'
  const name = `node-${isWindows ? 'win' : process.platform}-${process.arch}`
  const program = path.join('node_modules', name, 'bin', isWindows ? 'node.exe' : 'node')
  const file = path.join(root, program)
  if (!existsSync(file)) return null
  const folder = path.join(root, 'node_modules', '.bin')
  const link = path.join(folder, isWindows ? 'node.cmd' : 'node')
  if (!existsSync(link)) {
    mkdirSync(folder, { recursive: true })
    if (isWindows) writeFileSync(link, `@"%~dp0\\..\\..\\${program}" %*\r\n`)
    else symlinkSync(path.relative(folder, file), link)
  }
  return file
}
