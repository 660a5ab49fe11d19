import { expect, it } from 'vitest'
import { bundleFaults, type Bundle } from '#tools/packages/bundles.ts'

const bad: readonly [Bundle, string, string][] = [
  ['main', 'webPreferences: { nodeIntegration: true }', 'nodeIntegration'],
  ['main', 'nodeIntegrationInWorker:!0', 'nodeIntegration'],
  ['main', 'contextIsolation: false', 'contextIsolation'],
  ['main', 'sandbox:!1', 'sandbox'],
  ['main', '"webSecurity": false', 'webSecurity'],
  ['main', 'allowRunningInsecureContent: true', 'insecure content'],
  ['main', 'enableBlinkFeatures: "x"', 'experimental features'],
  ['main', 'webviewTag: true', 'webview'],
  ['main', 'contents.executeJavaScript(text)', 'scripts from main'],
  ['main', 'rejectUnauthorized: false', 'no certificate check'],
  ['main', 'appendSwitch("ignore-certificate-errors")', 'no certificate check'],
  ['main', 'shell.openExternal(link.url)', 'a link without a check'],
  ['main', 'fetch("http://platform.example/graphql")', 'address without TLS'],
  ['preload', 'contextBridge.exposeInMainWorld("ipc", ipcRenderer)', 'raw IPC for the page'],
  ['renderer', 'const run = eval(text)', 'text as code'],
  ['renderer', 'new Function("return 1")', 'text as code'],
  ['renderer', 'setTimeout("go()", 1)', 'text as code'],
  ['renderer', '_createElement("p", { innerHTML: text })', 'v-html and its like'],
  ['renderer', 'element.insertAdjacentHTML("x", y)', 'v-html and its like'],
  ['renderer', 'localStorage.setItem("a", "b")', 'storage in the page'],
  ['main', '-----BEGIN RSA PRIVATE KEY-----', 'a secret'],
]

it.each(bad)('in %s, %j is told as: %s', (bundle, code, name) => {
  expect(bundleFaults(bundle, code)).toEqual([`${name}: …${code}…`])
})

it.each([
  ['main', 'nodeIntegration: false, contextIsolation: true, sandbox: true, webviewTag: false'],
  ['main', 'refused = ["host-rules", "ignore-certificate-errors", "js-flags"]'],
  ['main', 'help: "such as http://proxy.example:3128, without a user name"'],
  ['main', 'openOutside: (url) => shell.openExternal(url)'],
  ['renderer', 'xmlns = "http://www.w3.org/2000/svg"; evaluate(); medieval(1); setTimeout(run, 1)'],
] as const)('in %s, %j is fine', (bundle, code) => {
  expect(bundleFaults(bundle, code)).toEqual([])
})
