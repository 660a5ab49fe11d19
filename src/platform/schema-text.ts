import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The platform's API as schema definition language: the text of schema.graphql, with the line ends of
 * any checkout. Read from disk where Node runs the sources; built code has the text in itself
 * (electron.vite.config.ts).
 */
export const typeDefs: string = readFileSync(
  join(import.meta.dirname, 'schema.graphql'),
  'utf8',
).replaceAll('\r\n', '\n')
