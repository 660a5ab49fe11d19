/** Which bundle a file belongs to. */
export type Bundle = 'main' | 'preload' | 'renderer'

interface Rule {
  name: string
  bundles: readonly Bundle[]
  pattern: RegExp
  /** Finds that are known and why they are harmless; `text` is what stands around them. */
  accepts?: (text: string, bundle: Bundle) => boolean
}

const everywhere: readonly Bundle[] = ['main', 'preload', 'renderer']

/** Addresses that are names and nothing is fetched from, this machine, and the example of a proxy in the help. */
const HARMLESS_HTTP =
  /^http:\/\/(proxy\.example:3128, |www\.w3\.org\/|json-schema\.org\/|127\.0\.0\.1|localhost|\[::1\]|\[(\.\.\.|\$\{value\})\])/

/** Main's list of the switches that a packaged terminal refuses: one among other texts, never an argument. */
const REFUSED_SWITCH = /",\s*"ignore-certificate-errors/

/** What the libraries that check shapes make of a schema of ours, in main, and their question whether they may. */
const SHAPE_CHECKS = /const validate = new Function\(`|new Function\(""\)/

/** What Vue itself assigns to when a template says `v-html`, which none does (see the rule below it). */
const VUES_OWN = /`innerHTML`|innerHTML=(\w+\()?\w===|template=r\.innerHTML|innerHTML&&/

/** Insecure ways that no bundle may take. */
const rules: readonly Rule[] = [
  {
    name: 'nodeIntegration',
    bundles: everywhere,
    pattern: /nodeIntegration\w*["']?\s*:\s*(true|!0)/,
  },
  {
    name: 'contextIsolation',
    bundles: everywhere,
    pattern: /contextIsolation["']?\s*:\s*(false|!1)/,
  },
  { name: 'sandbox', bundles: everywhere, pattern: /\bsandbox["']?\s*:\s*(false|!1)/ },
  { name: 'webSecurity', bundles: everywhere, pattern: /webSecurity["']?\s*:\s*(false|!1)/ },
  {
    name: 'insecure content',
    bundles: everywhere,
    pattern: /allowRunningInsecureContent["']?\s*:\s*(true|!0)/,
  },
  {
    name: 'experimental features',
    bundles: everywhere,
    pattern: /experimentalFeatures["']?\s*:\s*(true|!0)|enableBlinkFeatures/,
  },
  {
    name: 'webview',
    bundles: everywhere,
    pattern: /webviewTag["']?\s*:\s*(true|!0)|<webview|allowpopups/,
  },
  { name: 'scripts from main', bundles: everywhere, pattern: /executeJavaScript|insertCSS\(/ },
  {
    name: 'no certificate check',
    bundles: everywhere,
    pattern:
      /rejectUnauthorized["']?\s*:\s*(false|!1)|NODE_TLS_REJECT_UNAUTHORIZED|ignore-certificate-errors|setCertificateVerifyProc/,
    accepts: (text, bundle) => bundle === 'main' && REFUSED_SWITCH.test(text),
  },
  { name: 'remote module', bundles: everywhere, pattern: /@electron\/remote|enableRemoteModule/ },
  {
    name: 'raw IPC for the page',
    bundles: ['preload'],
    pattern: /exposeInMainWorld\([^)]*ipcRenderer\s*\)|ipcRenderer\.(sendSync|postMessage|sendTo)/,
  },
  {
    name: 'text as code',
    bundles: everywhere,
    pattern:
      /[^\w.$]eval\(|new Function\(|[^\w.$]Function\(["'`]|setTimeout\(["'`]|setInterval\(["'`]|document\.write\(/,
    accepts: (text, bundle) => bundle === 'main' && SHAPE_CHECKS.test(text),
  },
  {
    name: 'v-html and its like',
    bundles: ['renderer'],
    pattern: /innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|\.srcdoc\b/,
    accepts: (text) => VUES_OWN.test(text),
  },
  {
    name: 'address without TLS',
    bundles: everywhere,
    pattern: /http:\/\/[\w[]/,
    accepts: (text) => HARMLESS_HTTP.test(text.slice(text.lastIndexOf('http://', AROUND))),
  },
  {
    name: 'storage in the page',
    bundles: ['renderer'],
    pattern: /localStorage|sessionStorage|indexedDB|document\.cookie/,
  },
  {
    name: 'a link without a check',
    bundles: ['main'],
    pattern: /shell\.openExternal\((?!url\))|shell\.openPath\(/,
  },
  {
    name: 'a secret',
    bundles: everywhere,
    pattern:
      /-----BEGIN [A-Z ]*PRIVATE KEY|\bghp_\w{30}|\bAKIA[0-9A-Z]{16}\b|\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\./,
  },
]

const AROUND = 60

/** What a built file does that it must not, a line each: the rule, and what stands around it. */
export function bundleFaults(bundle: Bundle, code: string): string[] {
  return rules
    .filter(({ bundles }) => bundles.includes(bundle))
    .flatMap(({ name, pattern, accepts }) =>
      [...code.matchAll(new RegExp(pattern, 'g'))]
        .map(({ index }) => code.slice(Math.max(0, index - AROUND), index + AROUND))
        .filter((text) => accepts?.(text, bundle) !== true)
        .map((text) => `${name}: …${text.replaceAll('\n', ' ')}…`),
    )
}
