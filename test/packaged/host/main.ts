import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Order } from './story.ts'

/*
 * Runs a packaged terminal: `node main.ts <folder with package.json> [flags]`, as Electron runs what is in
 * its asar. Its ways with errors are those of lib/browser/init.ts.
 */
const [folder = '.', ...flags] = process.argv.slice(2)
Object.defineProperty(process.versions, 'electron', { value: '45.4.1', enumerable: true })
Object.defineProperty(process, 'resourcesPath', { value: path.dirname(path.resolve(folder)) })
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('electron.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
})
const { app, dialog, fetchOfPage, unlock } = await import('./electron.ts')
const { open } = await import('./windows.ts')
process.on('uncaughtException', (error) => {
  if (process.listenerCount('uncaughtException') === 1)
    dialog.showErrorBox('A JavaScript error occurred in the main process', error.stack ?? '')
})
process.on('unhandledRejection', () => undefined)
process.on('SIGTERM', () => {
  app.quit()
})

const later = (run: () => void): void => {
  setTimeout(run)
}
process.on('message', (order: Order) => {
  if (order.do === 'throw')
    later(() => {
      throw new Error(order.message)
    })
  else if (order.do === 'reject') void Promise.reject(new Error(order.message))
  else if (order.do === 'quit') app.quit()
  else if (order.do === 'unlock') unlock()
  else if (order.do === 'fetch') void fetchOfPage(order.url)
  else if (order.do === 'warn')
    app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 1 })
  else
    for (const { webContents } of open) {
      webContents.crashed = true
      webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    }
})
// The test has gone.
process.on('disconnect', () => process.exit(1))

const facts = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
  main: string
}
// A packaged program does not see its own folder among its arguments.
process.argv = [process.execPath, ...flags]
await import(pathToFileURL(path.resolve(folder, facts.main)).href)
app.markReady()
