import type { GraphQLOutputType, GraphQLSchema } from 'graphql'
import { getNamedType, isInterfaceType, isObjectType } from 'graphql'
import type { TestBench } from './harness.ts'

interface Ended {
  id: string
  accountDocument: { id: string } | null
}

/** The arguments that every operation is tried with, made from what the simulator holds. */
export async function sampleArguments(bench: TestBench): Promise<Record<string, object>> {
  const { id: connectorId, evseId } = await bench.connector('1')
  const { sites } = await bench.simulator.control.overview()
  const site = sites[0]
  const cpId = site?.stations[0]?.id ?? ''
  const [card] = await bench.ask<{ id: string; tagId: string }[]>(
    'query ($id: String!) { availableCardsForChargingProcess(connectorId: $id) { id tagId } }',
    { id: connectorId },
  )
  const [terms] = await bench.ask<{ id: string }[]>(
    '{ legalDocuments(type: TERMS_AND_CONDITIONS) { id } }',
  )
  const [rate] = await bench.ask<{ id: string }[]>('{ contractRateOptions { id } }')
  const [sepa] = await bench.simulator.control.contracts()
  const methods = await bench.ask<{ uuid: string }[]>('{ contractPaymentMethods { uuid } }')
  const authorization = { identifier: card?.tagId, type: 'RFID' }
  const pagination = { limit: 10, offset: 0 }
  const location = { latitude: 47.8095, longitude: 13.055, radius: 5000 }
  const filter = [{ slug: 'POWER_CLASS', options: ['power_class_low'] }]
  const newContract = { id: methods[0]?.uuid, rateId: rate?.id, customerReference: 'Room bill' }
  const bank = { accountHolder: 'Ada', iban: 'AT61 1904 3002 3457 3201' }

  return {
    accountDocumentsPaged: { pagination },
    availableCardsForChargingProcess: { connectorId },
    availableCurrencies: { pagination },
    card: { id: card?.id },
    cardsPaged: { pagination },
    chargelogsPaged: { pagination, filters: { status: 'stopped' }, type: 'contact' },
    chargingStatistics: { timeframe: { start: '2026-01-01T00:00:00Z' } },
    connector: { id: connectorId },
    connectorByEvseId: { evseId },
    cp: { id: cpId, ignoreMarketingConfiguration: true },
    cpCapabilities: { id: cpId },
    cpOccupancyRate: { cpId, day: 'MONDAY' },
    cpsPaged: { pagination, filter, freeOfCharge: false },
    cpsPagedLocationBased: { pagination, location, filter },
    legalDocuments: { type: 'TERMS_AND_CONDITIONS' },
    occupancyRate: { connectors: [connectorId], day: 'ALL' },
    ratePackageByConnectorId: { id: connectorId },
    remoteStartAttemptStatus: {},
    remoteStartWithPreauthStatus: {},
    settings: { key: 'crm_currency' },
    site: { id: site?.id },
    sitesPaged: { pagination },
    sitesPagedLocationBased: { pagination, location },
    acceptLegalDocument: { id: terms?.id },
    acceptTermsAndConditions: { id: terms?.id },
    attemptRemoteStart: { input: { connectorId, tagId: card?.tagId } },
    createAuthenticationMedia: {
      authenticationMedia: { rateId: rate?.id, customerReference: 'Room 214' },
    },
    createPostpaidContract: { postpaidContract: newContract },
    createSepaContract: {
      sepaContract: { ...newContract, ...bank, debitType: 'CORE', useParent: false },
    },
    initSession: bench.simulator.account,
    registerContact: {
      contactProfile: { email: 'ada@guest.example', password: 'S3cret!' },
      additionalFields: [{ name: 'employee_id', required: 'true', value: 'E-1' }],
    },
    registerPaymentMethod: { rateId: rate?.id },
    remoteStart: { authorization, connector: connectorId },
    remoteStartWithPreauth: {
      authorization,
      connector: connectorId,
      preauthCurrencyAmount: { amount: 30, currency: { isoCode: 'EUR' } },
    },
    remoteStartWithoutInvoicing: { authorization, connector: connectorId },
    remoteStop: {},
    setFavouriteCps: { ids: [cpId] },
    unsetFavouriteCps: { ids: [cpId] },
    updateCard: { input: { cardId: card?.id, label: 'Guests', status: 'ACTIVATE' } },
    updateContact: { contactProfile: { firstName: 'Ada' } },
    updatePostpaidContract: {},
    updateSepaContract: { updateSepaContract: { id: sepa?.id, bank: 'Bank' } },
  }
}

/** The arguments of the queries about one session or document, made from the account's past. */
export async function samplesOfPast({ ask }: TestBench): Promise<Record<string, object>> {
  const { data: ended } = await ask<{ data: Ended[] }>(
    '{ chargelogsPaged(filters: { status: stopped }) { data { id accountDocument { id } } } }',
  )
  const billed = ended.find(({ accountDocument }) => accountDocument !== null)
  return {
    accountDocument: { id: billed?.accountDocument?.id },
    chargelog: { id: billed?.id },
    chargelogMeterValuesSummary: { uuid: billed?.id },
  }
}

/** Builds the text of an operation with the given selection, all its arguments as variables. */
export function operationText(
  schema: GraphQLSchema,
  kind: 'query' | 'mutation',
  name: string,
  selection: string,
  args: object,
): string {
  const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType()
  const known = root?.getFields()[name]?.args ?? []
  const used = known.filter((argument) => argument.name in args)
  const variables = used.map((argument) => `$${argument.name}: ${String(argument.type)}`)
  const passed = used.map((argument) => `${argument.name}: $${argument.name}`)
  const inBrackets = (items: string[]): string => (items.length > 0 ? `(${items.join(', ')})` : '')
  return `${kind} ${inBrackets(variables)} { ${name}${inBrackets(passed)} ${selection} }`
}

/** Selects every field of a type, objects down to `depth`. */
export function everyField(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type)
  if (!isObjectType(named) && !isInterfaceType(named)) return ''
  const fields = Object.values(named.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type)
    const isLeaf = !isObjectType(inner) && !isInterfaceType(inner)
    if (isLeaf) return [field.name]
    return depth > 0 ? [`${field.name} ${everyField(inner, depth - 1)}`] : []
  })
  return `{ __typename ${fields.join(' ')} }`
}
