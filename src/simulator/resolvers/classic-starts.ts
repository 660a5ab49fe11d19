import type { Attempt } from '../charging/attempt-book.ts'
import type { Preauth } from '../charging/preauth.ts'
import type { Contact } from '../state/account.ts'
import { tariffFor } from '../state/account.ts'
import type { Connector } from '../state/model.ts'
import type { World } from '../state/world.ts'
import type { RootFields } from './kit.ts'
import { badInput, forContact, forbidden, notFound } from './kit.ts'
import type { Authorization, Payer } from './starts.ts'
import { DEFAULT_VALIDITY_MS, connectorOf } from './starts.ts'

interface StartArgs {
  authorization?: Authorization | null
  connector?: string | null
}

interface PreauthArgs extends StartArgs {
  preauthCurrencyAmount?: { amount: number; currency: { isoCode: string } } | null
}

export const classicStartQueries: RootFields = {
  remoteStartWithPreauthStatus: forContact(
    ({ remoteStartPreauthId }: { remoteStartPreauthId: string }, contact, { world }) => {
      const preauth = world.preauths.find(remoteStartPreauthId)
      if (preauth?.contactId !== contact.id) throw notFound('Start with pre-authorisation')
      return toPreauthAnswer(preauth)
    },
  ),
}

export const classicStartMutations: RootFields = {
  remoteStart: forContact((args: StartArgs, contact, { world }) =>
    toAnswer(startAtOnce(args, contact, world, { operation: 'remoteStart', invoiced: true })),
  ),
  remoteStartWithoutInvoicing: forContact((args: StartArgs, contact, { world }) => {
    const operation = 'remoteStartWithoutInvoicing'
    return toAnswer(startAtOnce(args, contact, world, { operation, invoiced: false }))
  }),
  remoteStartWithPreauth: forContact((args: PreauthArgs, contact, { world }) => {
    const connector = connectorOf(world, args.connector)
    const { tariff } = payerFor(args.authorization, contact, connector, world)
    const { amount, currency } = args.preauthCurrencyAmount ?? {}
    if (amount === undefined || !tariff.preauthAmounts.includes(amount)) {
      throw badInput('The amount is not one of preauthCurrencyAmounts of this connector.')
    }
    if (currency?.isoCode !== tariff.currency) throw badInput('The currency is not the rate’s.')
    const preauth = world.preauths.open(
      {
        contactId: contact.id,
        amountText: `${amount.toFixed(2)} ${tariff.currency}`,
        connectorLabel: `${connector.station.site.label}, ${connector.number ?? connector.evseId}`,
      },
      () =>
        startAtOnce(args, contact, world, { operation: 'remoteStartWithPreauth', invoiced: true }),
    )
    return {
      remoteStartPreauthId: preauth.id,
      redirectUrl: `${world.origin}/pay/${preauth.id}`,
      message: 'Preauth initiated. Complete payment to start charging.',
    }
  }),
}

function startAtOnce(
  { authorization, connector: connectorId }: StartArgs,
  contact: Contact,
  world: World,
  facts: { operation: string; invoiced: boolean },
): Attempt {
  const connector = connectorOf(world, connectorId)
  const attempt = world.attempts.startAtOnce({
    ...payerFor(authorization, contact, connector, world),
    ...facts,
    connector,
    authType: authorization?.type ?? 'AUTO',
    ratePackage: null,
    validUntilMs: world.clock.now() + DEFAULT_VALIDITY_MS,
    stopMinutes: null,
  })
  world.stops.tell(contact, attempt.transactionId)
  return attempt
}

/**
 * RFID: the card with this tag, ours or a roaming driver's, who then owns the session. AUTO: the
 * named card, else the first that may charge here (traps 65).
 */
function payerFor(
  authorization: Authorization | null | undefined,
  contact: Contact,
  connector: Connector,
  world: World,
): Payer {
  if (!authorization) throw badInput('authorization is missing.')
  const { identifier, type } = authorization
  const owners = type === 'RFID' ? [contact, ...world.contacts] : [contact]
  const candidates = owners.flatMap((owner) => owner.cards.map((card) => ({ owner, card })))
  const named = candidates.filter(({ card }) => [card.id, card.tagId].includes(identifier))
  const eligible = named.length === 0 && type === 'AUTO' ? candidates : named
  for (const { owner, card } of eligible) {
    const tariff = tariffFor(card, connector)
    if (tariff) return { contact: owner, tagId: card.tagId, tariff }
  }
  throw forbidden('No card may charge here with this authorization.')
}

function toAnswer({ id, isFailure, status, failureReason, transactionId }: Attempt): object {
  if (isFailure) {
    const code = status === 'TIMED_OUT' ? 504 : 409
    return { id, attemptId: id, code, status, message: failureReason, ...NO_TRANSACTION }
  }
  return {
    id,
    attemptId: id,
    code: 200,
    status: 'ACCEPTED',
    message: 'Remote start accepted.',
    session: transactionId,
    transaction: transactionId,
  }
}

const NO_TRANSACTION = { session: null, transaction: null }

/** Status null: the guest has not paid yet. */
function toPreauthAnswer({ id, state, attempt }: Preauth): object {
  if (attempt) return { ...toAnswer(attempt), id }
  const waiting = { id, attemptId: null, code: null, status: null, ...NO_TRANSACTION }
  if (state === 'authenticating') return { ...waiting, message: 'Waiting for the bank.' }
  if (state === 'open') return { ...waiting, message: 'Waiting for the payment.' }
  const message = state === 'declined' ? 'The payment was declined.' : 'The payment has expired.'
  return { ...waiting, code: 402, status: 'REJECTED', message }
}
