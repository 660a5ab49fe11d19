import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { app } from './electron/app.ts'
import { BrowserWindowStandIn } from './electron/browser-window.ts'

/** Resolves once the page has laid out its tiles and has not changed for a second. */
const SETTLED = `new Promise((done) => {
  let timer
  const restart = () => {
    clearTimeout(timer)
    timer = setTimeout(() => (document.querySelector('main li') ? done() : restart()), 1000)
  }
  new MutationObserver(restart).observe(document, { subtree: true, childList: true })
  restart()
})`

interface FromParent {
  /** Write a picture of what is shown to this file. */
  picture?: string
}

/** Serves the process that started the host, and ends with it. */
export function serveParent(): void {
  if (process.send === undefined) return
  process.on('message', (message: FromParent) => {
    if (message.picture === undefined) return
    takePicture(message.picture).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error)
      console.error(`The picture could not be written: ${why}`)
    })
  })
  process.on('disconnect', () => {
    app.quit()
  })
}

async function takePicture(file: string): Promise<void> {
  const [window] = BrowserWindowStandIn.getAllWindows()
  if (window === undefined) return
  await window.webContents.executeJavaScript(SETTLED)
  const picture = await window.webContents.screenshot()
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, picture)
  console.log(`A picture of the board is in ${file}`)
}
