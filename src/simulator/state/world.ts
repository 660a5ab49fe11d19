import type { Clock } from '#common/clock.ts'
import type { Attempts } from '../charging/attempts.ts'
import { createAttempts } from '../charging/attempts.ts'
import type { Chargelogs } from '../charging/chargelogs.ts'
import { createChargelogs } from '../charging/chargelogs.ts'
import { createHesitation, type Tempo } from '../charging/hesitation.ts'
import type { Preauths } from '../charging/preauth.ts'
import { createPreauths } from '../charging/preauth.ts'
import type { Stops } from '../charging/stop.ts'
import { createStops } from '../charging/stop.ts'
import type { Ground } from '../charging/transactions.ts'
import { createGround } from '../charging/transactions.ts'
import type { Faults } from '../faults/faults.ts'
import { createFaults } from '../faults/faults.ts'
import type { Readings } from '../faults/readings.ts'
import { createReadings } from '../faults/readings.ts'
import type { Journal } from '../journal.ts'
import { createJournal } from '../journal.ts'
import type { Random } from '../random.ts'
import { createRandom } from '../random.ts'
import type { Tokens } from '../tokens/tokens.ts'
import { createTokens } from '../tokens/tokens.ts'
import type { Card, Contact } from './account.ts'
import { createDemoContact, createPhoneCard, createRoamingContact } from './account.ts'
import type { Checkouts } from './checkouts.ts'
import { createCheckouts } from './checkouts.ts'
import type { SitePlan } from './blueprint.ts'
import type { DemoSite } from './model.ts'
import type { Network } from './network.ts'
import { createNetwork } from './network.ts'
import type { Legal } from './legal.ts'
import { createLegal } from './legal.ts'
import { createPast } from './history/past.ts'
import { openScene } from './opening.ts'

/** Everything the simulator is made of: one coherent state and the doers that change it. */
export interface World {
  readonly clock: Clock
  readonly seed: number
  readonly network: Network
  readonly contacts: Contact[]
  /** The contact that the terminal signs in as. */
  readonly demoContact: Contact
  readonly presharedKey: string
  /** The card that guests pay by phone with; not among the account's at first. */
  readonly phoneCard: Card
  /** A tag of somebody else's provider, which stations accept (RFID roaming). */
  readonly roamingTag: string
  readonly ground: Ground
  readonly chargelogs: Chargelogs
  readonly readings: Readings
  readonly attempts: Attempts
  readonly stops: Stops
  readonly preauths: Preauths
  readonly checkouts: Checkouts
  readonly legal: Legal
  readonly tokens: Tokens
  readonly faults: Faults
  readonly tempo: Tempo
  readonly journal: Journal
  /** Ids and numbers of what is created on request. */
  readonly random: Random
  /** The most entries that a page of a list has, whatever was asked for. */
  pageCap: number
  /** What `Chargelog.authId` tells of a card. */
  authIds: AuthIdForm
  /** Sites answer without stations. */
  hasEmptySites: boolean
  /** Sites that marketing configuration hides (ignoreMarketingConfiguration, L1839), by id. */
  readonly hiddenSites: Set<string>
  /** Where the simulator's own pages (payment, documents) are; known once it listens. */
  origin: string
}

/** A card's tag, its id, or an identifier that no operation tells. */
export type AuthIdForm = 'tag' | 'card' | 'contract'

/** Page caps are not documented (traps 56); this is ours. */
export const DEFAULT_PAGE_CAP = 100

export function createWorld(
  clock: Clock,
  seed: number,
  site: DemoSite,
  more: readonly SitePlan[] = [],
): World {
  const tempo: Tempo = { pace: 1 }
  const nowMs = clock.now()
  const faults = createFaults()
  const network = createNetwork(seed, nowMs, site, more)
  const random = createRandom(seed, 'requests')
  const presharedKey = `demo-key-${createRandom(seed, 'key').uuid()}`
  const demoContact = createDemoContact(seed, nowMs)
  const legal = createLegal(createRandom(seed, 'legal'))
  for (const { id } of legal.inForce()) demoContact.acceptedDocuments.add(id)
  const roaming = createRoamingContact(seed, nowMs)
  const ground = createGround(clock)
  const chargelogs = createChargelogs({
    ...{ clock, ground, tempo, faults },
    ids: createRandom(seed, 'chargelogs'),
  })
  const startRandom = createRandom(seed, 'starts')
  const attempts = createAttempts({
    ...{ clock, ground, chargelogs, faults },
    random: startRandom,
    hesitation: createHesitation(startRandom, tempo),
  })
  const stopHesitation = createHesitation(createRandom(seed, 'stops'), tempo)
  openScene({ seed, nowMs, site, network, contact: demoContact, ground, chargelogs })
  const pastFacts = { seed, nowMs, site, contactId: demoContact.id }
  demoContact.past = createPast(pastFacts, demoContact.cards, network.connectors)
  return {
    clock,
    seed,
    network,
    contacts: [demoContact, roaming],
    demoContact,
    phoneCard: createPhoneCard(seed, nowMs),
    roamingTag: roaming.cards[0]?.tagId ?? '',
    presharedKey,
    ground,
    chargelogs,
    readings: createReadings({ clock, faults, chargelogs }),
    attempts,
    stops: createStops(clock, ground, faults, stopHesitation),
    preauths: createPreauths(clock, random, tempo),
    checkouts: createCheckouts(createRandom(seed, 'checkouts'), () => clock.now()),
    legal,
    tokens: createTokens(clock, faults, presharedKey),
    faults,
    tempo,
    journal: createJournal(clock),
    random,
    pageCap: DEFAULT_PAGE_CAP,
    authIds: 'tag',
    hasEmptySites: false,
    hiddenSites: new Set(),
    origin: '',
  }
}
