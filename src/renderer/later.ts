/** What the first screen does not need: loaded when used, and fetched ahead when the page is idle. */
export const later = {
  connector: () => import('./guest/ConnectorScreen.vue'),
  starting: () => import('./guest/StartingScreen.vue'),
  charging: () => import('./guest/ChargingScreen.vue'),
  summary: () => import('./guest/SummaryScreen.vue'),
  help: () => import('./guest/HelpSheet.vue'),
  idle: () => import('./guest/IdleDialog.vue'),
}
