/** How one operation of the platform is put to use, and what drives it. */
export interface OperationCoverage {
  operation: string
  /** The screen that uses it; null: none. */
  screen: string | null
  /** What is used instead of a deprecated operation, which has no screen. */
  replacement?: string
  /** The test whose `expectAsked` holds that the operation was asked, from the project's root. */
  test: string
}

const guests = (name: string): string => `test/e2e/${name}.spec.ts`
const desk = (section: string): string => `test/e2e/desk-${section}.spec.ts`
const simulator = (name: string): string => `test/integration/simulator/${name}.test.ts`

/** Kept by hand; `npm run generate` makes docs/operations.md of it, in the schema's order. */
export const operationCoverage: readonly OperationCoverage[] = [
  {
    operation: 'accountDocument',
    screen: 'Documents: as a code or outside',
    test: desk('documents'),
  },
  { operation: 'accountDocumentsPaged', screen: 'Documents', test: desk('documents') },
  {
    operation: 'additionalRegistrationFields',
    screen: 'Set-up: the first contact, registration',
    test: guests('setup'),
  },
  {
    operation: 'availableCardsForChargingProcess',
    screen: 'Board and plug: ways to start, with their prices',
    test: guests('main-job'),
  },
  {
    operation: 'availableCurrencies',
    screen: 'Account: contact and network',
    test: desk('account'),
  },
  { operation: 'bankAccount', screen: 'Account: contracts', test: desk('account') },
  { operation: 'card', screen: 'Cards: one card', test: desk('cards') },
  { operation: 'cardsPaged', screen: 'Cards', test: desk('cards') },
  {
    operation: 'chargelog',
    screen: 'Summary; desk: a session',
    test: guests('main-job'),
  },
  {
    operation: 'chargelogMeterValuesSummary',
    screen: 'Charging; desk: a session',
    test: guests('main-job'),
  },
  {
    operation: 'chargelogsPaged',
    screen: 'Board: running sessions; desk: sessions',
    test: guests('main-job'),
  },
  {
    operation: 'chargingStatistics',
    screen: 'Insights: figures by time frame and month',
    test: desk('insights'),
  },
  { operation: 'connector', screen: 'Starting', test: guests('main-job') },
  {
    operation: 'connectorByEvseId',
    screen: 'Set-up: a station by its EVSE ID',
    test: guests('setup'),
  },
  { operation: 'contact', screen: 'Account: contact', test: desk('account') },
  { operation: 'contractPaymentMethods', screen: 'Account: contracts', test: desk('account') },
  {
    operation: 'contractRateOptions',
    screen: 'Account: contracts and payment',
    test: desk('account'),
  },
  { operation: 'cp', screen: 'Station', test: guests('guests-find') },
  {
    operation: 'cpCapabilities',
    screen: 'Live: what a station takes from afar',
    test: desk('live'),
  },
  {
    operation: 'cpOccupancyRate',
    screen: 'Station: usual busy hours',
    test: guests('guests-find'),
  },
  { operation: 'cpsPaged', screen: 'Set-up: stations by list and filter', test: guests('setup') },
  {
    operation: 'cpsPagedLocationBased',
    screen: 'Set-up: stations near a place',
    test: guests('setup'),
  },
  { operation: 'filters', screen: 'Set-up: the platform’s filters', test: guests('setup') },
  {
    operation: 'getFavouriteCps',
    screen: 'Set-up: sites and stations by favourites',
    test: guests('setup'),
  },
  { operation: 'hasPaymentMedium', screen: 'Account: payment', test: desk('account') },
  {
    operation: 'legalDocuments',
    screen: 'Plug: terms and privacy policy as codes',
    test: guests('guests-choices'),
  },
  {
    operation: 'occupancyRate',
    screen: null,
    replacement: 'cpOccupancyRate',
    test: simulator('stations'),
  },
  { operation: 'paymentMethods', screen: 'Account: payment', test: desk('account') },
  {
    operation: 'ratePackageByConnectorId',
    screen: 'Plug: packages',
    test: guests('guests-choices'),
  },
  { operation: 'remoteStartAttemptStatus', screen: 'Starting', test: guests('main-job') },
  {
    operation: 'remoteStartWithPreauthStatus',
    screen: 'Starting: paying by phone',
    test: guests('guests-phone'),
  },
  {
    operation: 'settings',
    screen: 'Plug: the currency of packages',
    test: guests('guests-choices'),
  },
  { operation: 'site', screen: 'Board', test: guests('main-job') },
  { operation: 'sitesPaged', screen: 'Set-up: sites by list and filter', test: guests('setup') },
  {
    operation: 'sitesPagedLocationBased',
    screen: 'Set-up: sites near a place',
    test: guests('setup'),
  },
  {
    operation: 'termsAndConditions',
    screen: null,
    replacement: 'legalDocuments',
    test: simulator('registration'),
  },
  { operation: 'acceptLegalDocument', screen: 'Account: legal documents', test: desk('account') },
  {
    operation: 'acceptTermsAndConditions',
    screen: null,
    replacement: 'acceptLegalDocument',
    test: simulator('registration'),
  },
  { operation: 'attemptRemoteStart', screen: 'Plug: start', test: guests('main-job') },
  {
    operation: 'createAuthenticationMedia',
    screen: 'Cards: a new card',
    test: desk('cards'),
  },
  { operation: 'createPostpaidContract', screen: 'Account: contracts', test: desk('account') },
  { operation: 'createSepaContract', screen: 'Account: contracts', test: desk('account') },
  { operation: 'deleteContact', screen: 'Account: delete', test: desk('account') },
  {
    operation: 'initAnonymousSession',
    screen: 'Set-up: a board that only shows',
    test: guests('setup'),
  },
  { operation: 'initSession', screen: 'None: the terminal signs in', test: guests('session') },
  { operation: 'invalidateSession', screen: 'Account: sign out', test: desk('account') },
  { operation: 'registerContact', screen: 'Set-up: registration', test: guests('setup') },
  { operation: 'registerPaymentMethod', screen: 'Account: payment', test: desk('account') },
  {
    operation: 'remoteStart',
    screen: 'Plug: the guest’s own card',
    test: guests('guests-own-card'),
  },
  {
    operation: 'remoteStartWithPreauth',
    screen: 'Plug: paying by phone',
    test: guests('guests-phone'),
  },
  {
    operation: 'remoteStartWithoutInvoicing',
    screen: 'Desk, Live: start without an invoice',
    test: guests('desk-failed-starts'),
  },
  { operation: 'remoteStop', screen: 'Charging: stop', test: guests('main-job') },
  {
    operation: 'renewSession',
    screen: 'None: the terminal renews its session',
    test: guests('session'),
  },
  {
    operation: 'setFavouriteCps',
    screen: 'Insights: pin a station',
    test: desk('insights'),
  },
  {
    operation: 'unsetFavouriteCps',
    screen: 'Insights: unpin a station',
    test: desk('insights'),
  },
  {
    operation: 'updateCard',
    screen: 'Cards: name, activate, deactivate',
    test: desk('cards'),
  },
  { operation: 'updateContact', screen: 'Account: contact', test: desk('account') },
  { operation: 'updatePostpaidContract', screen: 'Account: contracts', test: desk('account') },
  { operation: 'updateSepaContract', screen: 'Account: contracts', test: desk('account') },
]
