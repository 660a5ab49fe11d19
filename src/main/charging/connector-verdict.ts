import { statusWord } from './status-words.ts'

/** The three forms in which the platform tells a connector's status (type ConnectorStatus, L3681). */
export interface ConnectorStatusForms {
  ocpp: string | null
  calculated: string | null
  simple: string | null
}

export type ConnectorVerdict = 'startable' | 'busy' | 'not-startable'

const outOfUse: ReadonlySet<string> = new Set([
  'faulted',
  'unavailable',
  'offline',
  'maintenance',
  'outoforder',
  'outofservice',
])
const taken: ReadonlySet<string> = new Set([
  'charging',
  'finishing',
  'reserved',
  'suspendedev',
  'suspendedevse',
])

/**
 * Whether a start may be sent to a connector with this status. A plugged-in car (`Preparing`, which
 * the simple form calls occupied) is no hindrance; what nobody can read is not startable.
 */
export function connectorVerdict(status: ConnectorStatusForms): ConnectorVerdict {
  const words = [status.ocpp, status.calculated, status.simple].map(statusWord)
  if (words.some((word) => outOfUse.has(word))) return 'not-startable'
  if (words.some((word) => taken.has(word))) return 'busy'
  if (words.includes('preparing')) return 'startable'
  if (words.includes('occupied')) return 'busy'
  return words.includes('available') ? 'startable' : 'not-startable'
}
