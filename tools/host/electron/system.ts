import { EventEmitter } from 'node:events'
import type { CrashReporter, Dialog, PowerSaveBlocker, Shell } from 'electron'

class PowerMonitorStandIn extends EventEmitter {
  getSystemIdleTime(): number {
    return 0
  }

  getSystemIdleState(): 'active' {
    return 'active'
  }

  isOnBatteryPower(): boolean {
    return false
  }
}

/** The machine's sleep and lock are not watched: no event ever comes. */
export const powerMonitor = new PowerMonitorStandIn()

const blockers = new Set<number>()
let lastBlocker = 0

export const powerSaveBlocker = {
  start: () => {
    blockers.add(++lastBlocker)
    return lastBlocker
  },
  stop: (id) => blockers.delete(id),
  isStarted: (id) => blockers.has(id),
} satisfies Pick<PowerSaveBlocker, 'start' | 'stop' | 'isStarted'>

/** There is no other program here: what would be opened is printed as a line `opened <url>`. */
export const shell = {
  openExternal: (url) => {
    console.log(`opened ${url}`)
    return Promise.resolve()
  },
  openPath: () => Promise.resolve('The stand-in opens nothing'),
  beep: () => undefined,
} satisfies Pick<Shell, 'openExternal' | 'openPath' | 'beep'>

let dialogs = 0

/** Nobody is there to close one: each is a line `dialog <number> <title>: <content>`, so that tests can count them. */
export const dialog = {
  showErrorBox: (title, content) => {
    dialogs += 1
    console.error(`dialog ${String(dialogs)} ${title}: ${content}`)
  },
} satisfies Pick<Dialog, 'showErrorBox'>

export const crashReporter = {
  start: () => undefined,
} satisfies Pick<CrashReporter, 'start'>

class NativeThemeStandIn extends EventEmitter {
  themeSource: 'system' | 'light' | 'dark' = 'system'

  get shouldUseDarkColors(): boolean {
    return this.themeSource === 'dark'
  }
}

export const nativeTheme = new NativeThemeStandIn()

/** There is no menu bar: templates are taken and shown nowhere. */
export const menu = {
  setApplicationMenu: (): void => undefined,
  getApplicationMenu: (): null => null,
  buildFromTemplate: (): object => ({}),
}

export const globalShortcut = {
  register: (): boolean => false,
  unregisterAll: (): void => undefined,
}
