import type { Bill } from '../charging/cost.ts'
import type { Contact } from '../state/account.ts'
import type { AccountDocument, Chargelog } from '../state/model.ts'
import { chargelogOf, chargelogsOf, documentOf } from '../state/records.ts'
import type { World } from '../state/world.ts'
import { pdf } from './pdf.ts'
import type { Answer } from './wire.ts'

/** The PDF behind `AccountDocument.downloadLink`; undefined if there is no such document. */
export function documentPage(world: World, id: string): Answer | undefined {
  for (const contact of world.contacts) {
    const document = documentOf(contact, id)
    if (document) return pdf(documentLines(world, contact, document))
  }
  return undefined
}

/** The PDF behind `Chargelog.calibrationDetails`: what the meter signed. */
export function calibrationPage(world: World, id: string): Answer | undefined {
  const owner = world.contacts.find((contact) => chargelogOf(contact, id))
  const chargelog = owner && chargelogOf(owner, id)
  if (chargelog?.meterEndWh == null) return undefined
  return pdf([
    'Signed meter values (demo)',
    `EVSE ${chargelog.connector.evseId}`,
    `Meter start ${String(chargelog.meterStartWh)} Wh`,
    `Meter end ${String(chargelog.meterEndWh)} Wh`,
  ])
}

function documentLines(world: World, contact: Contact, document: AccountDocument): string[] {
  const { firstName, name } = contact.profile
  return [
    document.title,
    new Date(document.issuedMs).toISOString().slice(0, 10),
    [firstName, name].join(' '),
    '',
    ...sumLines(
      world,
      chargelogsOf(contact).filter((chargelog) => chargelog.document === document),
    ),
    '',
    'This is the demo network of Forecourt. Nothing here is owed.',
  ]
}

function sumLines(world: World, chargelogs: readonly Chargelog[]): string[] {
  const bills = chargelogs.flatMap((chargelog) => world.chargelogs.bill(chargelog) ?? [])
  const [first] = bills
  if (!first) return []
  const total = bills.reduce((sum, { grossCents }) => sum + grossCents, 0)
  const lines = bills.length === 1 ? costLines(first) : siteLines(world, chargelogs)
  return [...lines, `Total: ${amount(total)} ${first.currency}`]
}

const costLines = ({ lines, currency }: Bill): string[] =>
  lines.map(
    ({ description, grossCents, taxPercent }) =>
      `${description}: ${amount(grossCents)} ${currency} incl. ${String(taxPercent)} % VAT`,
  )

/** A collective invoice tells how much was charged at each site. */
function siteLines(world: World, chargelogs: readonly Chargelog[]): string[] {
  const bySite = Map.groupBy(chargelogs, ({ connector }) => connector.station.site.label)
  return [...bySite].map(([label, ofSite]) => {
    const energyWh = ofSite.reduce((sum, { final }) => sum + (final?.energyWh ?? 0), 0)
    const cents = ofSite.reduce(
      (sum, chargelog) => sum + (world.chargelogs.bill(chargelog)?.grossCents ?? 0),
      0,
    )
    return `${label}: ${String(ofSite.length)} sessions, ${(energyWh / 1000).toFixed(1)} kWh, ${amount(cents)} EUR`
  })
}

const amount = (cents: number): string => (cents / 100).toFixed(2)
