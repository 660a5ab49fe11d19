import module from 'node:module'
import { uncaught } from './shell/uncaught.ts'

uncaught.watch()
// What main is made of is compiled once and kept: it must be said before anything else is loaded.
module.enableCompileCache()
await import('./index.ts')
