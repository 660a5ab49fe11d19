import { hasDisplay } from '#tools/lib/display.ts'
import { findChromium, runsAsRoot } from '#tools/lib/chromium.ts'
import { addHeadlessChromium, ensureChromium } from './chromium.ts'
import { ensureElectron } from './electron.ts'
import { addMosquitto } from './mosquitto.ts'

/*
 * The second half of the set-up, on Node 24: what shows the terminal. Electron where it can be
 * had; Chromium where it cannot, or where nothing could be seen of Electron.
 */
const electron = ensureElectron({ retry: process.argv.includes('--electron') })
const usable = electron.state === 'ready' && hasDisplay()
if (!usable && findChromium() === null) {
  const sentence = ensureChromium()
  if (sentence !== null) {
    console.error(`${electron.sentence} ${sentence}`.trim())
    process.exit(1)
  }
}
if (!usable && process.env['npm_lifecycle_event'] === 'pretest') addHeadlessChromium()
if (process.env['npm_lifecycle_event'] === 'pretest') addMosquitto()
if (process.argv.includes('--electron') || process.env['npm_lifecycle_event'] === 'setup') {
  if (electron.sentence !== '') console.log(electron.sentence)
  if (runsAsRoot()) console.log('As root, the OS sandbox of Chromium and Electron cannot work.')
  console.log(`Ready: ${usable ? 'Electron' : `the stand-in over ${findChromium() ?? ''}`}.`)
}
