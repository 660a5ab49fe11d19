import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { BrowserWindowStandIn } from './electron/browser-window.ts'

const LOOK_EVERY_MS = 250

/** The page says by this attribute that what it shows is live. */
const LIVE = `document.querySelector('[data-live="true"]') !== null`

/** Writes one picture of the first live board, for those who have no display. */
export function watchForPicture(file: string | null): void {
  if (file === null) return
  void write(file).catch((error: unknown) => {
    console.error('The picture could not be written:', error)
  })
}

async function write(file: string): Promise<void> {
  let window = BrowserWindowStandIn.getAllWindows()[0]
  while (window === undefined || (await window.webContents.executeJavaScript(LIVE)) !== true) {
    await sleep(LOOK_EVERY_MS, undefined, { ref: false })
    window = BrowserWindowStandIn.getAllWindows()[0]
  }
  const picture = await window.webContents.screenshot()
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, picture)
  console.log(`A picture of the board is in ${file}`)
}
