import type { Connector, ConnectorState } from '#contract/site.ts'
import type { IconName } from '../ui/pictures.ts'
import type { Tone } from '../ui/tone.ts'

interface Look {
  readonly tone: Tone
  readonly icon: IconName
}

/** How each state looks; its word is the message `state.<state>`. */
export const stateLooks: Readonly<Record<ConnectorState, Look>> = {
  free: { tone: 'good', icon: 'check' },
  plugged: { tone: 'good', icon: 'plug' },
  starting: { tone: 'wait', icon: 'hourglass' },
  charging: { tone: 'active', icon: 'bolt' },
  'in-use': { tone: 'other', icon: 'person' },
  finishing: { tone: 'wait', icon: 'plug' },
  reserved: { tone: 'quiet', icon: 'lock' },
  unavailable: { tone: 'quiet', icon: 'minus' },
  'out-of-order': { tone: 'bad', icon: 'cross' },
  unknown: { tone: 'quiet', icon: 'question' },
}

/** A guest may take it now, or could if nothing else were in the way. */
export function isFree(connector: Connector): boolean {
  return connector.state === 'free' || connector.state === 'plugged'
}
