export interface LaunchSettings {
  profileDir: string
  headless: boolean
  /** Only where the OS sandbox cannot work. */
  sandbox: boolean
  /** A port for a second client (tests); null: none is opened. */
  debuggingPort: number | null
}

/** No traffic of its own, no first-run pages, no throttling of windows that are covered. */
const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-component-extensions-with-background-pages',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-field-trial-config',
  '--disable-sync',
  '--disable-quic',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-search-engine-choice-screen',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  '--disable-dev-shm-usage',
  '--disable-hang-monitor',
  '--disable-pinch',
  '--overscroll-history-navigation=0',
  '--metrics-recording-only',
  '--no-service-autorun',
  '--password-store=basic',
  '--use-mock-keychain',
  '--no-pings',
  '--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication,DialMediaRouteProvider,HttpsUpgrades,PaintHolding,GlobalMediaControls,WebUIOmniboxPopup,WebUIOmniboxAimPopup',
]

/** A window without tabs and address bar, as Chromium gives it to web apps. */
const BARE_WINDOW = '--app=data:text/html,<title>Forecourt</title>'

/** `--test-type` only keeps Chromium from showing over the page what the host has said already. */
const UNBOXED = ['--no-sandbox', '--test-type']

export function chromiumFlags(settings: LaunchSettings): string[] {
  const { profileDir, headless, sandbox, debuggingPort } = settings
  return [
    ...QUIET,
    `--user-data-dir=${profileDir}`,
    '--remote-debugging-pipe',
    ...(debuggingPort === null ? [] : [`--remote-debugging-port=${String(debuggingPort)}`]),
    ...(sandbox ? [] : UNBOXED),
    ...(headless
      ? [
          '--headless=new',
          '--hide-scrollbars',
          '--mute-audio',
          '--disable-gpu',
          '--no-startup-window',
          '--block-new-web-contents',
        ]
      : [BARE_WINDOW]),
  ]
}
