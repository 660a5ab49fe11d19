/** What the first screen does not need, in the order in which a guest comes to it. */
const chunks: readonly (() => Promise<unknown>)[] = [
  () => import('./ConnectorScreen.vue'),
  () => import('./StartingScreen.vue'),
  () => import('./ChargingScreen.vue'),
  () => import('./SummaryScreen.vue'),
  () => import('../ui/ConfirmDialog.vue'),
  () => import('./IdleDialog.vue'),
  () => import('./StationDetails.vue'),
  () => import('#common/qr.ts'),
  () => import('./choose/BookingSheet.vue'),
  () => import('./HelpSheet.vue'),
  () => import('./footer/LookSheet.vue'),
  () => import('./CodeScreen.vue'),
  () => import('./ClaimScreen.vue'),
  () => import('./find/FilterSheet.vue'),
  () => import('./find/FindScreen.vue'),
  () => import('./station/StationPage.vue'),
]

/** Fetches the other screens, one chunk each time the page has nothing else to do. */
export function fetchAhead(from = 0): void {
  const chunk = chunks[from]
  if (!chunk) return
  requestIdleCallback(() => {
    chunk().then(
      () => {
        fetchAhead(from + 1)
      },
      () => undefined,
    )
  })
}
