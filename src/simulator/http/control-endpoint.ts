import type { IncomingMessage } from 'node:http'
import type { ControlMethod, SimulatorControl } from '../control.ts'
import { CONTROL_HEADER, CONTROL_METHODS } from '../control.ts'
import type { Answer } from './wire.ts'
import { json, readBody } from './wire.ts'

type ControlCall = (...args: unknown[]) => Promise<unknown>

const isMethod = (name: string): name is ControlMethod =>
  (CONTROL_METHODS as readonly string[]).includes(name)

/** `POST /_control/<method>` with a JSON array of arguments. */
export async function answerControl(
  control: SimulatorControl,
  request: IncomingMessage,
): Promise<Answer> {
  const method = /^\/_control\/(\w+)$/.exec(request.url ?? '')?.[1] ?? ''
  if (request.method !== 'POST' || request.headers[CONTROL_HEADER] === undefined) {
    return json({ ok: false, message: `Send POST with the header ${CONTROL_HEADER}.` }, 403)
  }
  if (!isMethod(method)) return json({ ok: false, message: 'There is no such method.' }, 404)
  try {
    const args = JSON.parse(await readBody(request)) as unknown
    if (!Array.isArray(args)) throw new TypeError('The arguments must be a JSON array.')
    const { [method]: run } = control as unknown as Record<ControlMethod, ControlCall>
    return json({ ok: true, value: (await run(...(args as unknown[]))) ?? null })
  } catch (error) {
    const message = error instanceof Error ? error.message : 'Failed.'
    return json({ ok: false, message }, 400)
  }
}
