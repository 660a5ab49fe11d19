import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { findChromium, sandboxWorks } from '#tools/lib/chromium.ts'
import { readArguments } from './arguments.ts'
import { app } from './electron/app.ts'
import { startRuntime } from './runtime.ts'
import { watchForPicture } from './picture.ts'

/*
 * The stand-in host: runs the built main process under Node with `electron` resolved to
 * `./electron/index.ts`, over Chromium. Called like Electron itself: `electron . --flag`.
 */
const { appPath, switches, rest } = readArguments(process.argv.slice(2))
const executable = findChromium()
if (executable === null) {
  console.error(
    'Chromium was not found. Run "npm run setup", or set FORECOURT_CHROMIUM to its path.',
  )
  process.exit(1)
}

const port = process.env['FORECOURT_HOST_DEBUGGING_PORT']
const hasDisplay = Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
const settings = {
  appPath,
  switches,
  executable,
  headless: process.env['FORECOURT_HEADLESS'] === '1' || !hasDisplay,
  sandbox: sandboxWorks(),
  debuggingPort: port === undefined || port === '' ? null : Number(port),
  screenshot: process.env['FORECOURT_HOST_SCREENSHOT'] ?? null,
}

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('./electron/index.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
})

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  let asked = false
  process.on(signal, () => {
    if (asked) process.exit(1)
    asked = true
    app.quit()
  })
}

if (!settings.sandbox)
  console.log('Chromium runs without its own sandbox: it cannot work as root in a container.')
startRuntime(settings)
watchForPicture(settings.screenshot)

const facts = JSON.parse(readFileSync(path.join(appPath, 'package.json'), 'utf8')) as {
  main?: string
}
process.argv = [process.execPath, appPath, ...rest]
await import(pathToFileURL(path.resolve(appPath, facts.main ?? 'index.js')).href)
app.markReady()
