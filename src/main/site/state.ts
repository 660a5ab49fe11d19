import type {
  ConnectorState,
  Freshness,
  StartBlock,
  StationWords,
  StatusWords,
} from '#contract/site.ts'

/** What the platform says of a connector (type ConnectorStatus, L3679). */
export interface ReportedStatus extends StatusWords {
  /** What it says of the whole station (type CpStatus, L5083). */
  station?: StationWords | null | undefined
}

/** Everything that decides what a person can do with a connector now. */
export interface ConnectorFacts extends ReportedStatus {
  freshness: Freshness
  /** A running session of this terminal's account. */
  ownSession: 'none' | 'waiting' | 'charging'
  /** An open start of this terminal; `cancelled`: the guest has left it, it may still begin. */
  ownStart: 'none' | 'open' | 'cancelled'
  inMaintenance: boolean
  /** Whether the station takes remote commands; null when the platform does not say. */
  remoteCommands: boolean | null
}

/** Status words as all three forms use them, without case, blanks and signs. */
const words: Readonly<Record<string, ConnectorState>> = {
  available: 'free',
  free: 'free',
  preparing: 'plugged',
  pluggedin: 'plugged',
  evconnected: 'plugged',
  charging: 'in-use',
  occupied: 'in-use',
  inuse: 'in-use',
  suspendedev: 'in-use',
  suspendedevse: 'in-use',
  finishing: 'finishing',
  reserved: 'reserved',
  unavailable: 'unavailable',
  inoperative: 'unavailable',
  offline: 'unavailable',
  blocked: 'unavailable',
  planned: 'unavailable',
  removed: 'unavailable',
  closed: 'unavailable',
  maintenance: 'unavailable',
  faulted: 'out-of-order',
  outoforder: 'out-of-order',
  error: 'out-of-order',
}

/** The state that a status word stands for; null for none and for a word that nobody knows. */
function stateOfWord(word: string | null): ConnectorState | null {
  if (word === null) return null
  const known = statesOfWords.get(word)
  if (known !== undefined) return known
  const plain = word.toLowerCase().replace(/[^a-z]/g, '')
  const state = (Object.hasOwn(words, plain) ? words[plain] : null) ?? null
  if (statesOfWords.size >= MOST_WORDS) statesOfWords.clear()
  statesOfWords.set(word, state)
  return state
}

/** As they were delivered: a few words, a thousand times with each refresh. */
const statesOfWords = new Map<string, ConnectorState | null>()
const MOST_WORDS = 200

const broken: ReadonlySet<ConnectorState | null> = new Set(['unavailable', 'out-of-order'])

/**
 * What the platform says of a connector and its station: where the whole station is out of order or not available,
 * so is each connector of it that does not charge, whatever its own last word was.
 */
export function reportedState({ station, ...connector }: ReportedStatus): ConnectorState {
  const own = stateOfWords(connector)
  return own === 'in-use' || broken.has(own) ? own : (brokenState(station) ?? own)
}

/** How a whole station has failed; null where it has not, or says nothing. */
export function brokenState(station: StationWords | null | undefined): ConnectorState | null {
  const whole = station ? stateOfWords({ ...station, calculated: null }) : null
  return broken.has(whole) ? whole : null
}

/**
 * What the three words say: the station's own word first, then the platform's two. The station's last
 * word may be older than what the platform has found out since: a "free" that the platform denies
 * is not free, and what the platform calls broken is. Nor is it free by one word against two that nobody
 * knows.
 */
function stateOfWords({ ocpp, calculated, simple }: StatusWords): ConnectorState {
  const station = stateOfWord(ocpp)
  const later = [stateOfWord(calculated), stateOfWord(simple)]
  const denial = later.find((state) => broken.has(state))
  if (denial && !broken.has(station)) return denial
  const other = later.find((state) => state !== null)
  const isOutvoted = calculated && simple && later.every((state) => state === null)
  if (station === 'free' && isOutvoted) return 'unknown'
  if (station === 'free') return later.find((state) => state !== null && state !== 'free') ?? 'free'
  return station ?? other ?? 'unknown'
}

/** The one table from the platform's words and the terminal's own knowledge to what is shown. */
export function connectorState(facts: ConnectorFacts): ConnectorState {
  const platform = reportedState(facts)
  if (facts.ownSession === 'charging') return platform === 'out-of-order' ? platform : 'charging'
  if (facts.ownSession === 'waiting' || facts.ownStart === 'open')
    return broken.has(platform) ? platform : 'starting'
  return platform
}

const blockOfState: Readonly<Record<ConnectorState, StartBlock | null>> = {
  free: null,
  plugged: null,
  starting: 'start-open',
  charging: 'busy',
  'in-use': 'busy',
  finishing: 'busy',
  reserved: 'busy',
  unavailable: 'out-of-order',
  'out-of-order': 'out-of-order',
  unknown: 'unknown',
}

/** Why a start is off now; null when it may be started. */
export function startBlock(
  facts: ConnectorFacts,
  state = connectorState(facts),
): StartBlock | null {
  if (facts.freshness === 'unknown') return 'unknown'
  if (facts.freshness === 'late') return 'late'
  if (facts.ownStart !== 'none') return 'start-open'
  const block = blockOfState[state]
  if (block !== null && block !== 'out-of-order') return block
  if (facts.inMaintenance) return 'maintenance'
  return block ?? (facts.remoteCommands === false ? 'on-the-spot' : null)
}
