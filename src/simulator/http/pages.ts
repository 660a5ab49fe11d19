import type { IncomingMessage } from 'node:http'
import { LEGAL_DOCUMENTS } from '../state/tenant.ts'
import type { World } from '../state/world.ts'
import { answerPayment, paymentPage } from './payment-page.ts'
import { pdf } from './pdf.ts'
import { picturePage } from './picture-page.ts'
import type { Answer } from './wire.ts'
import { html } from './wire.ts'

/** Pages beside the API: what links in its answers lead to. */
export async function answerPage(world: World, request: IncomingMessage): Promise<Answer> {
  const [, folder = '', name = ''] = (request.url ?? '/').split(/[/?]/)
  switch (folder) {
    case 'pay':
      return request.method === 'POST'
        ? answerPayment(world, name, request)
        : paymentPage(world, name)
    case 'documents':
      return documentPage(world, name.replace(/\.pdf$/, ''))
    case 'legal':
      return legalPage(name)
    case 'calibration':
      return calibrationPage(world, name)
    case 'images':
      return { status: 200, type: 'image/svg+xml', body: LOGO }
    case 'pictures':
      return picturePage(world, name) ?? notFound
    default:
      return Promise.resolve(notFound)
  }
}

const notFound = html('<h1>Not found</h1>', 404)

/** A way to pay, drawn for the demo. */
const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 160">
<rect width="120" height="160" fill="#e9efe9"/><rect x="38" y="24" width="44" height="116" rx="8" fill="#0a6b4b"/>
<rect x="46" y="34" width="28" height="20" rx="3" fill="#fff"/><path d="M62 70l-10 20h8l-2 16 12-22h-9z" fill="#fff"/>
</svg>`

function documentPage(world: World, id: string): Answer {
  for (const { documents, chargelogs, profile } of world.contacts) {
    const document = documents.find((one) => one.id === id)
    if (!document) continue
    const chargelog = chargelogs.find((one) => one.document === document)
    const bill = chargelog && world.chargelogs.bill(chargelog)
    return pdf([
      document.title,
      new Date(document.issuedMs).toISOString().slice(0, 10),
      [profile.firstName, profile.name].join(' '),
      '',
      ...(bill?.lines ?? []).map(
        ({ description, grossCents, taxPercent }) =>
          `${description}: ${(grossCents / 100).toFixed(2)} EUR incl. ${String(taxPercent)} % VAT`,
      ),
      ...(bill ? [`Total: ${(bill.grossCents / 100).toFixed(2)} ${bill.currency}`] : []),
    ])
  }
  return notFound
}

function legalPage(file: string): Answer {
  const document = LEGAL_DOCUMENTS.find((one) => one.file === file)
  if (!document) return notFound
  return pdf([document.title, '', 'This is the demo network of Forecourt.', 'Nothing here binds.'])
}

function calibrationPage(world: World, id: string): Answer {
  const chargelog = world.chargelogs.find(id)
  if (chargelog?.meterEndWh == null) return notFound
  return pdf([
    'Signed meter values (demo)',
    `EVSE ${chargelog.connector.evseId}`,
    `Meter start ${String(chargelog.meterStartWh)} Wh`,
    `Meter end ${String(chargelog.meterEndWh)} Wh`,
  ])
}
