import type { App, BrowserWindow, Dialog } from 'electron'
import type { Clock } from '#common/clock.ts'
import { createLog } from '#main/core/log.ts'
import { writeAtomically } from '#main/core/files.ts'
import type { WrongLaunch } from '#main/settings/options.ts'
import { shutFolder } from '#main/settings/folder-rights.ts'
import { statusFileOf } from '#main/status/status-file.ts'
import { wrongConfiguration, type Facts } from '#main/status/status.ts'
import { EXIT } from './exit-codes.ts'
import { noticePage } from './notice-page.ts'

const LOOK_EVERY_MS = 10_000

/**
 * Says what is wrong with the configuration wherever somebody may look: on the console, in the log, in
 * the status file, and on the screen. In a window it is a dialog, and the end; a kiosk shows a page
 * in the place of a dark screen, looks again every ten seconds, and starts once the configuration is
 * right. A terminal that runs on the same data folder is left alone.
 */
export async function tellWrong(
  wrong: WrongLaunch,
  deps: {
    app: App
    dialog: Pick<Dialog, 'showErrorBox'>
    clock: Clock
    facts: Facts
    /** Somebody reads the console. */
    hasConsole: boolean
    openNotice(html: string): BrowserWindow
    /** Whether it still is. */
    isStillWrong(): boolean
  },
): Promise<void> {
  const { app, dialog, clock } = deps
  const { text, homeDir, kiosk } = wrong
  console.error(text)
  app.setPath('userData', homeDir)
  const isAlone = app.requestSingleInstanceLock()
  if (isAlone) writeDown(wrong, deps.facts, clock)
  if (!isAlone || !kiosk) {
    await app.whenReady()
    if (!deps.hasConsole) dialog.showErrorBox('Forecourt', text)
    app.exit(EXIT.configuration)
    return
  }
  await app.whenReady()
  keepOpen(app, deps.openNotice(noticePage(text, wrong.language)))
  while (deps.isStillWrong()) await clock.sleep(LOOK_EVERY_MS)
  if (!wrong.supervised) app.relaunch()
  app.releaseSingleInstanceLock()
  app.exit(wrong.supervised ? EXIT.again : EXIT.closed)
}

/** A kiosk ends by the system alone. */
function keepOpen(app: App, window: BrowserWindow): void {
  let isEnding = false
  app.on('before-quit', () => {
    isEnding = true
  })
  window.on('close', (event) => {
    if (!isEnding) event.preventDefault()
  })
}

function writeDown(wrong: WrongLaunch, facts: Facts, clock: Clock): void {
  const { text, homeDir, kiosk, statusFile } = wrong
  try {
    shutFolder(homeDir)
    createLog(homeDir).fatal({ faults: text.split('\n') }, 'the configuration is wrong')
    const status = wrongConfiguration({ facts, running: kiosk, nowMs: clock.now() })
    writeAtomically(statusFileOf(homeDir, statusFile), `${JSON.stringify(status, null, 2)}\n`)
  } catch {
    // A folder that cannot be written may be what is wrong.
  }
}
