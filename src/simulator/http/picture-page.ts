import { PICTURE_VIEWS, stationPicture } from '../pictures/station-picture.ts'
import type { World } from '../state/world.ts'
import type { Answer } from './wire.ts'
import { html } from './wire.ts'

/** More than a terminal should be ready to take. */
const TOO_LARGE_BYTES = 6 * 1024 * 1024

/** A station's picture, by `<station id>-<view>.png`; null for one that is not there. */
export function picturePage(world: World, name: string): Answer | null {
  const view = PICTURE_VIEWS.find((one) => name.endsWith(`-${one}.png`))
  const station = view && world.network.station(name.slice(0, -`-${view}.png`.length))
  if (!station) return null
  const body = stationPicture(station, view)
  const fault = world.faults.peek('picture')
  const isSpoilt =
    fault && (fault.cpId ?? station.id) === station.id && (fault.view ?? view) === view
  if (!isSpoilt) return png(body)
  switch (fault.as ?? 'missing') {
    case 'missing':
      return null
    case 'no-image':
      return { ...html('<h1>Please sign in</h1>'), type: 'image/png' }
    case 'too-large':
      return png(Buffer.concat([body, Buffer.alloc(TOO_LARGE_BYTES)]))
  }
}

const png = (body: Buffer): Answer => ({ status: 200, type: 'image/png', body })
