import { flushCompileCache, registerHooks } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/* Runs the built main without a window: `node --import under.ts headless.ts <project>`. */
const root = process.argv[2] ?? '.'
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('electron.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
})
const { app } = await import('./electron.ts')
process.argv = [process.execPath, root]
await import(pathToFileURL(path.join(root, 'out', 'main', 'index.js')).href)
app.markReady()
// What dies at once keeps nothing for the next launch: this is written now, if it is new.
flushCompileCache()
