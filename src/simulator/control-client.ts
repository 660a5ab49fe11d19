import type { ControlMethod, SimulatorControl } from './control.ts'
import { CONTROL_HEADER, CONTROL_METHODS } from './control.ts'

interface Answer {
  ok: boolean
  value?: unknown
  message?: string
}

/**
 * The control of a simulator in another process. `origin` is its `controlOrigin` (which answers even
 * while the fault `refuse` closes the platform's port) or its `origin`.
 */
export function createControlClient(origin: string): SimulatorControl {
  const call = async (method: ControlMethod, args: unknown[]): Promise<unknown> => {
    const response = await fetch(`${origin}/_control/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [CONTROL_HEADER]: '1' },
      body: JSON.stringify(args),
    })
    const answer = (await response.json()) as Answer
    if (!answer.ok) throw new Error(answer.message ?? 'The simulator refused.')
    return answer.value
  }
  const methods = CONTROL_METHODS.map((method) => [
    method,
    (...args: unknown[]) => call(method, args),
  ])
  return Object.fromEntries(methods) as SimulatorControl
}
