import { app } from 'electron'
import { dataFolderOf, keepCompiledCode } from './core/compile-cache.ts'
import { uncaught } from './shell/uncaught.ts'

uncaught.watch()
// What main is made of is compiled once and kept: it must be said before anything else is loaded.
keepCompiledCode(dataFolderOf(process.argv.slice(1), process.env, app.getPath('userData')))
await import('./index.ts')
