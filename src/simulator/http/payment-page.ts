import type { IncomingMessage } from 'node:http'
import type { Preauth } from '../charging/preauth.ts'
import type { World } from '../state/world.ts'
import { escaped, page } from './page.ts'
import type { Answer } from './wire.ts'
import { html, readBody } from './wire.ts'

/** The hosted payment page of a start with pre-authorisation: what a guest sees on their phone. */
export function paymentPage(world: World, id: string): Answer | undefined {
  const preauth = world.preauths.find(id)
  return preauth && html(page('Demo payment', body(preauth)))
}

/** A button of the page was pressed. Closing the page leaves the payment open. */
export async function answerPayment(
  world: World,
  id: string,
  request: IncomingMessage,
): Promise<Answer | undefined> {
  const answer = new URLSearchParams(await readBody(request)).get('answer')
  if (answer === 'approve' || answer === 'decline' || answer === 'secure') {
    world.preauths.answer(id, answer)
  }
  return paymentPage(world, id)
}

const HEADLINES: Record<Preauth['state'], string> = {
  open: 'Hold this amount on your card?',
  authenticating: 'Please confirm in your bank’s app',
  approved: 'Thank you. You can plug in now.',
  declined: 'The payment was declined.',
  expired: 'This payment has expired.',
}

const FORM = `<form method="post">
<button name="answer" value="approve">Pay by card</button>
<button name="answer" value="secure">Pay and confirm with the bank (3-D Secure)</button>
<button name="answer" value="decline">Decline</button>
</form><p>Close this page to leave the payment open.</p>`

function body({ state, amountText, connectorLabel }: Preauth): string {
  return `<p>Demo payment: no money moves.</p><h1>${HEADLINES[state]}</h1>
<p><strong>${escaped(amountText)}</strong> for charging at ${escaped(connectorLabel)}</p>
${state === 'open' ? FORM : ''}`
}
