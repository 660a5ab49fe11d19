import type { Chargelogs } from '../charging/chargelogs.ts'
import type { Ground } from '../charging/transactions.ts'
import { arrivingVehicle } from '../charging/vehicles.ts'
import { createRandom } from '../random.ts'
import type { Contact } from './account.ts'
import { tariffFor } from './account.ts'
import type { Connector, DemoSite } from './model.ts'
import type { Network } from './network.ts'

const MS_PER_MINUTE = 60_000
const WITH_VEHICLE = ['Preparing', 'Charging', 'SuspendedEV', 'SuspendedEVSE', 'Finishing']
const WITH_TRANSACTION = ['Charging', 'SuspendedEV', 'SuspendedEVSE']

export interface Opening {
  seed: number
  nowMs: number
  site: DemoSite
  network: Network
  contact: Contact
  ground: Ground
  chargelogs: Chargelogs
}

/** Puts vehicles at the connectors and lets charges run, as the plans of the sites say. */
export function openScene(opening: Opening): void {
  const { network, ground, seed } = opening
  for (const connector of network.connectors) {
    const plan = network.plan(connector)
    const random = createRandom(seed, `opening ${connector.evseId}`)
    if (WITH_VEHICLE.includes(plan.status)) {
      const vehicle = arrivingVehicle(random, connector.plug.current)
      const { key } = connector.station.site
      const isOwn = plan.own === true && (key === null || key === opening.site)
      ground.plugIn(connector, isOwn ? { ...vehicle, tellsSoc: true, socPercent: 28 } : vehicle)
      if (WITH_TRANSACTION.includes(plan.status)) {
        const [shortest, longest] = connector.plug.current === 'DC' ? [3, 12] : [20, 90]
        const startedMs = opening.nowMs - random.whole(shortest, longest) * MS_PER_MINUTE
        begin(opening, connector, startedMs, isOwn)
      }
    }
    ground.setStatus(connector, plan.status)
  }
}

function begin(opening: Opening, connector: Connector, startedMs: number, isOwn: boolean): void {
  const { contact, ground, chargelogs } = opening
  const card = contact.cards.find((candidate) => tariffFor(candidate, connector))
  const tariff = card && tariffFor(card, connector)
  if (!isOwn || !card || !tariff) {
    ground.begin(connector, null, { startedMs })
    return
  }
  const { tagId } = card
  const facts = { contact, connector, tagId, authType: 'RFID', tariff, ratePackage: null }
  const chargelog = chargelogs.create({ ...facts, invoiced: true }, startedMs)
  chargelogs.attach(chargelog, ground.begin(connector, chargelog, { startedMs }))
}
