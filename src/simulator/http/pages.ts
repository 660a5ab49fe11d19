import type { IncomingMessage } from 'node:http'
import type { World } from '../state/world.ts'
import type { Answer } from './wire.ts'
import { html } from './wire.ts'

/** Pages beside the API: what links in its answers lead to. */
export function answerPage(_world: World, _request: IncomingMessage): Promise<Answer> {
  return Promise.resolve(html('<h1>Not found</h1>', 404))
}
