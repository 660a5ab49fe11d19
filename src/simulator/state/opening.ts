import type { Chargelogs } from '../charging/chargelogs.ts'
import { createTrajectory } from '../charging/curve.ts'
import type { Ground } from '../charging/transactions.ts'
import { arrivingVehicle } from '../charging/vehicles.ts'
import type { Random } from '../random.ts'
import { createRandom } from '../random.ts'
import type { Contact } from './account.ts'
import { tariffFor } from './account.ts'
import type { Connector, DemoSite } from './model.ts'
import type { Network } from './network.ts'

const MS_PER_MINUTE = 60_000
const MS_PER_HOUR = 3_600_000
const MS_PER_DAY = 86_400_000
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
      const isOwn = plan.own === true && connector.station.site.key === opening.site
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

/** Writes the past of an account: sessions of the last three months, each with its invoice. */
export function writeHistory(opening: Opening, sessionCount: number): void {
  const { seed, nowMs, contact, network } = opening
  const random = createRandom(seed, 'history')
  const connectors = network.connectors.filter(
    ({ station, freeOfCharge }) => station.site.key === opening.site && !freeOfCharge,
  )
  const stepMs = (90 * MS_PER_DAY) / sessionCount
  for (let index = 0; index < sessionCount; index += 1) {
    const startedMs =
      Math.round(nowMs - 90 * MS_PER_DAY + (index + random.between(0, 0.7)) * stepMs) -
      12 * MS_PER_HOUR
    writePastSession(opening, random.pick(connectors), startedMs, index + 1, random)
  }
  contact.documents.push({
    id: random.uuid(),
    contactId: contact.id,
    type: 'creditnote',
    title: 'Credit note 0001',
    issuedMs: nowMs - 20 * MS_PER_DAY,
  })
}

function writePastSession(
  { contact, chargelogs }: Opening,
  connector: Connector,
  startedMs: number,
  number: number,
  random: Random,
): void {
  const card = contact.cards.find((candidate) => tariffFor(candidate, connector))
  const tariff = card && tariffFor(card, connector)
  if (!card || !tariff) return
  const vehicle = arrivingVehicle(random, connector.plug.current)
  const { batteryKWh, socPercent, maxPowerKW: vehicleKW } = vehicle
  const { current, maxPowerKW: connectorKW } = connector.plug
  const trajectory = createTrajectory({ current, batteryKWh, socPercent, vehicleKW, connectorKW })
  const wholeMs = Math.round(random.between(0.5, 1.1) * trajectory.fullAfterMs)
  const durationMs = Math.min(wholeMs, 11 * MS_PER_HOUR)
  const energyWh = Math.floor(trajectory.energyWhAt(durationMs))
  const facts = { contact, connector, tagId: card.tagId, authType: 'RFID', tariff }
  const chargelog = chargelogs.create({ ...facts, ratePackage: null, invoiced: true }, startedMs)
  const endedMs = startedMs + durationMs
  const document = {
    id: random.uuid(),
    contactId: contact.id,
    type: 'invoice' as const,
    title: `Invoice ${String(number).padStart(4, '0')}`,
    issuedMs: endedMs,
  }
  Object.assign(chargelog, {
    status: 'stopped' as const,
    sessionId: random.uuid(),
    endedMs,
    meterStartWh: connector.registerWh,
    meterEndWh: connector.registerWh + energyWh,
    socStartPercent: vehicle.tellsSoc ? socPercent : null,
    final: {
      atMs: endedMs,
      energyWh,
      powerW: 0,
      socPercent: vehicle.tellsSoc ? Math.floor(trajectory.socPercentAt(durationMs)) : null,
    },
    document,
  })
  connector.registerWh += energyWh
  contact.documents.push(document)
}
