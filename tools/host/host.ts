import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { findChromium, findHeadlessChromium, runsAsRoot } from '#tools/lib/chromium.ts'
import { hasDisplay } from '#tools/lib/display.ts'
import { readArguments } from './arguments.ts'
import { app } from './electron/app.ts'
import { dialog } from './electron/system.ts'
import { failHost, startRuntime } from './runtime.ts'
import { serveParent } from './picture.ts'

/*
 * The stand-in host: runs the built main process under Node with `electron` resolved to
 * `./electron/index.ts`, over Chromium. Called like Electron itself: `electron . --flag`.
 */
const { appPath, switches, rest } = readArguments(process.argv.slice(2))
const headless = !hasDisplay()
const executable = headless ? findHeadlessChromium() : findChromium()
if (executable === null) {
  console.error(
    'Chromium was not found. Run "npm run setup", or set FORECOURT_CHROMIUM to its path.',
  )
  process.exit(1)
}

const port = process.env['FORECOURT_HOST_DEBUGGING_PORT']
const settings = {
  appPath,
  switches,
  executable,
  headless,
  sandbox: !runsAsRoot(),
  debuggingPort: port === undefined || port === '' ? null : Number(port),
  browserUrl: process.env['FORECOURT_HOST_BROWSER'] ?? null,
}

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('./electron/index.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
})

/** Ctrl+C reaches this process by its terminal and by its parent: only a later one is impatience. */
const IMPATIENT_AFTER_MS = 1000
let askedAtMs: number | null = null
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    if (askedAtMs !== null && performance.now() - askedAtMs > IMPATIENT_AFTER_MS) process.exit(1)
    if (askedAtMs === null) app.quit()
    askedAtMs ??= performance.now()
  })

/** There is no way to crash Chromium's graphics alone from outside: a signal has main hear of it. */
process.on('SIGUSR2', () => {
  app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 1 })
})
/** As Electron does (lib/browser/init.ts): the program goes on behind a dialog, unless main listens itself. */
process.on('uncaughtException', (error) => {
  if (process.listenerCount('uncaughtException') === 1)
    dialog.showErrorBox('A JavaScript error occurred in the main process', error.stack ?? '')
})
process.on('unhandledRejection', (reason) => {
  if (process.listenerCount('unhandledRejection') === 1)
    console.warn('Unhandled rejection:', reason)
})
if (!settings.sandbox)
  console.log('Chromium runs without its own sandbox, which cannot work as root.')
// Electron always has one; here there is none unless a test gives it.
const resourcesPath = process.env['FORECOURT_HOST_RESOURCES']
if (resourcesPath !== undefined)
  Object.defineProperty(process, 'resourcesPath', { value: resourcesPath })
startRuntime(settings)
serveParent()

const facts = JSON.parse(readFileSync(path.join(appPath, 'package.json'), 'utf8')) as {
  main?: string
}
process.argv = [process.execPath, appPath, ...rest]
await import(pathToFileURL(path.resolve(appPath, facts.main ?? 'index.js')).href).then(() => {
  app.markReady()
}, failHost)
