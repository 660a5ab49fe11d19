/** What the first screen does not need, in the order in which a guest comes to it. */
const chunks: readonly (() => Promise<unknown>)[] = [
  () => import('./guest/ConnectorScreen.vue'),
  () => import('./guest/StartingScreen.vue'),
  () => import('./guest/ChargingScreen.vue'),
  () => import('./guest/SummaryScreen.vue'),
  () => import('./ui/ConfirmDialog.vue'),
  () => import('./guest/IdleDialog.vue'),
  () => import('./guest/StationDetails.vue'),
  () => import('./ui/qr.ts'),
  () => import('./guest/choose/BookingSheet.vue'),
  () => import('./guest/HelpSheet.vue'),
  () => import('./guest/footer/LanguageSheet.vue'),
  () => import('./guest/ClaimScreen.vue'),
  () => import('./guest/find/FindScreen.vue'),
  () => import('./guest/station/StationPage.vue'),
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
