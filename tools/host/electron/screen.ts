import { EventEmitter } from 'node:events'
import type { Display } from 'electron'

const size = { width: 1080, height: 1920 }

/** The one screen of the stand-in: a portrait terminal. */
export const primaryDisplay = {
  id: 1,
  label: 'stand-in',
  scaleFactor: 1,
  rotation: 0,
  bounds: { x: 0, y: 0, ...size },
  workArea: { x: 0, y: 0, ...size },
  size,
  workAreaSize: size,
} satisfies Partial<Display>

class ScreenStandIn extends EventEmitter {
  getPrimaryDisplay(): typeof primaryDisplay {
    return primaryDisplay
  }

  getAllDisplays(): (typeof primaryDisplay)[] {
    return [primaryDisplay]
  }
}

export const screen = new ScreenStandIn()
