/**
 * What of Chromium's and Electron's own a machine may need: its display, its graphics, its touch screen
 * and keyboard, its place for secrets. None of it looks into the program or changes whom it trusts.
 */
export const PASSED_ON: readonly string[] = [
  'auth-server-allowlist',
  'class',
  'disable-dev-shm-usage',
  'disable-gpu',
  'disable-gpu-compositing',
  'enable-wayland-ime',
  'force-color-profile',
  'force-device-scale-factor',
  'gtk-version',
  'high-dpi-support',
  'ignore-gpu-blocklist',
  'lang',
  'ozone-platform',
  'ozone-platform-hint',
  'password-store',
  'touch-devices',
  'touch-events',
  'use-angle',
  'use-gl',
  'wayland-text-input-version',
]

/**
 * Others that a developer may give, and no packaged terminal starts with: they open the program to whoever
 * gives them, change whom it trusts, or write what it says into files. There are hundreds; a packaged
 * terminal refuses what is not passed on, named here or not.
 */
export const FOR_DEVELOPERS: readonly string[] = [
  'allow-running-insecure-content',
  'auth-schemes',
  'disable-gpu-sandbox',
  'disable-setuid-sandbox',
  'disable-site-isolation-trials',
  'disable-web-security',
  'gpu-launcher',
  'headless',
  'host-resolver-rules',
  'host-rules',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'js-flags',
  'load-extension',
  'log-file',
  'log-level',
  'log-net-log',
  'net-log-capture-mode',
  'no-sandbox',
  'proxy-auto-detect',
  'proxy-bypass-list',
  'proxy-pac-url',
  'proxy-server',
  'remote-debugging-address',
  'remote-debugging-pipe',
  'remote-debugging-port',
  'renderer-cmd-prefix',
  'single-process',
  'ssl-key-log-file',
  'test-type',
  'trace-startup',
  'unsafely-treat-insecure-origin-as-secure',
  'user-data-dir',
  'utility-cmd-prefix',
  'v',
  'vmodule',
]

const FAMILIES = /^(allow|disable|enable|force|inspect|no|ozone|remote|use)(-|$)/

/** Whether a switch is Chromium's, Electron's or Node's, as far as this program knows them. */
export const isEngineSwitch = (name: string): boolean =>
  PASSED_ON.includes(name) || FOR_DEVELOPERS.includes(name) || FAMILIES.test(name)
