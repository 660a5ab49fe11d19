import type { IncomingMessage } from 'node:http'
import type { World } from '../state/world.ts'
import { answerCheckout, checkoutPage } from './checkout-page.ts'
import { calibrationPage, documentPage } from './document-pages.ts'
import { confirmationPage, mailboxPage } from './mail-pages.ts'
import { answerPayment, paymentPage } from './payment-page.ts'
import { pdf } from './pdf.ts'
import { picturePage } from './picture-page.ts'
import type { Answer } from './wire.ts'
import { html } from './wire.ts'

/** Pages beside the API: what links in its answers lead to. */
export async function answerPage(world: World, request: IncomingMessage): Promise<Answer> {
  const [, folder = '', name = ''] = (request.url ?? '/').split(/[/?]/)
  return (await pageIn(folder, name, world, request)) ?? html('<h1>Not found</h1>', 404)
}

function pageIn(
  folder: string,
  name: string,
  world: World,
  request: IncomingMessage,
): Answer | undefined | Promise<Answer | undefined> {
  const isAnswer = request.method === 'POST'
  switch (folder) {
    case 'pay':
      return isAnswer ? answerPayment(world, name, request) : paymentPage(world, name)
    case 'checkout':
      return isAnswer ? answerCheckout(world, name, request) : checkoutPage(world, name)
    case 'mail':
      return mailboxPage(world)
    case 'confirm':
      return confirmationPage(world, name)
    case 'documents':
      return documentPage(world, idIn(name))
    case 'legal':
      return legalPage(world, idIn(name))
    case 'calibration':
      return calibrationPage(world, name)
    case 'images':
      return { status: 200, type: 'image/svg+xml', body: LOGO }
    case 'pictures':
      return picturePage(world, name) ?? undefined
    default:
      return undefined
  }
}

const idIn = (fileName: string): string => fileName.replace(/\.pdf$/, '')

/** A way to pay, drawn for the demo. */
const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 160">
<rect width="120" height="160" fill="#e9efe9"/><rect x="38" y="24" width="44" height="116" rx="8" fill="#0a6b4b"/>
<rect x="46" y="34" width="28" height="20" rx="3" fill="#fff"/><path d="M62 70l-10 20h8l-2 16 12-22h-9z" fill="#fff"/>
</svg>`

function legalPage(world: World, id: string): Answer | undefined {
  const document = world.legal.find(id)
  return (
    document &&
    pdf([document.title, '', 'This is the demo network of Forecourt.', 'Nothing here binds.'])
  )
}
