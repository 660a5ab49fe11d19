import { app } from './app.ts'
import { BrowserWindowStandIn } from './browser-window.ts'
import { ipcMain } from './ipc-main.ts'
import { net } from './net.ts'
import { protocol } from './protocol.ts'
import { safeStorage } from './safe-storage.ts'
import { screen } from './screen.ts'
import { session } from './session.ts'
import {
  crashReporter,
  dialog,
  globalShortcut,
  menu,
  nativeTheme,
  powerMonitor,
  powerSaveBlocker,
  shell,
} from './system.ts'

/** What `import … from 'electron'` gives the main process on the stand-in. */
const electron = {
  app,
  BrowserWindow: BrowserWindowStandIn,
  crashReporter,
  dialog,
  globalShortcut,
  ipcMain,
  Menu: menu,
  nativeTheme,
  net,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
} satisfies Partial<Record<keyof typeof import('electron'), unknown>>

export default electron
export {
  app,
  BrowserWindowStandIn as BrowserWindow,
  crashReporter,
  dialog,
  globalShortcut,
  ipcMain,
  menu as Menu,
  nativeTheme,
  net,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
}
