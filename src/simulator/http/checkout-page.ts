import type { IncomingMessage } from 'node:http'
import type { Checkout } from '../state/checkouts.ts'
import type { World } from '../state/world.ts'
import { page } from './page.ts'
import type { Answer } from './wire.ts'
import { html, readBody } from './wire.ts'

/** The hosted page on which a means of payment is registered (`OptileTransaction.absoluteLink`). */
export function checkoutPage(world: World, id: string): Answer | undefined {
  const checkout = world.checkouts.find(id)
  return checkout && html(page('Demo payment', body(checkout)))
}

/** A button of the page was pressed. Closing the page leaves the registration open. */
export async function answerCheckout(
  world: World,
  id: string,
  request: IncomingMessage,
): Promise<Answer | undefined> {
  const answer = new URLSearchParams(await readBody(request)).get('answer')
  if (answer === 'approve' || answer === 'decline') world.checkouts.answer(id, answer)
  return checkoutPage(world, id)
}

const HEADLINES: Record<Checkout['state'], string> = {
  open: 'Register a card for this account?',
  approved: 'Thank you. The card is registered.',
  declined: 'The card was declined. Nothing has been registered.',
}

const FORM = `<form method="post">
<button name="answer" value="approve">Register the card</button>
<button name="answer" value="decline">Decline</button>
</form><p>Close this page to leave the registration open.</p>`

const body = ({ state }: Checkout): string =>
  `<p>Demo payment: no money moves.</p><h1>${HEADLINES[state]}</h1>${state === 'open' ? FORM : ''}`
