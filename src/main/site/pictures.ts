import { createHmac, randomBytes } from 'node:crypto'
import type { Clock } from '#common/clock.ts'
import type { Fetch } from '#main/platform/http.ts'
import { linkOf } from '#platform/link.ts'
import { createPictureCache } from './picture-cache.ts'
import type { Picture } from '#main/core/picture.ts'
import { fetchPicture } from './picture-file.ts'
import { isPublicHost, standsForPublic, type ResolveHost } from './public-address.ts'
import type { StaticReading } from './static.ts'

/** Where the page finds them, below its own origin. */
export const PICTURES_PATH = '/pictures/'

export interface Pictures {
  /** From now on the pictures of this reading can be had, and no others. */
  takeStatic(site: StaticReading): void
  /** Paths below the page's origin, in the platform's order; none for a charging point of another site. */
  pathsOf(stationId: string): string[]
  /** The picture with this id; null when there is none, or none that can be shown. */
  read: (id: string) => Promise<Picture | null>
}

/** So many of a charging point are enough. */
const MOST_OF_A_STATION = 4

/**
 * The pictures of the site's charging points, fetched by main: the page may load nothing from
 * outside. Only what the platform named can be had, under ids that say nothing and change with
 * each launch; nobody else names an address.
 */
export function createPictures(deps: {
  fetch: Fetch
  clock: Clock
  resolveHost: ResolveHost
  /** The platform's address: one on this machine, as the demo's, has its pictures there, too. */
  endpoint: string
}): Pictures {
  const { resolveHost } = deps
  const ownOrigin = originOnThisMachine(deps.endpoint)
  const key = randomBytes(32)
  const idOf = (url: string): string =>
    createHmac('sha256', key).update(url).digest('base64url').slice(0, 22)
  const cache = createPictureCache(deps.clock, async (url) => {
    const { origin, hostname } = new URL(url)
    const isThere = origin === ownOrigin || (await standsForPublic(hostname, resolveHost))
    return isThere ? fetchPicture(deps.fetch, url) : null
  })
  let idsOfStations = new Map<string, string[]>()
  let urls = new Map<string, string>()

  return {
    takeStatic({ pictureUrls }) {
      idsOfStations = new Map()
      urls = new Map()
      for (const [stationId, named] of pictureUrls) {
        const shown = [...new Set(named.filter((url) => mayShow(url, ownOrigin)))].slice(
          0,
          MOST_OF_A_STATION,
        )
        for (const url of shown) urls.set(idOf(url), url)
        idsOfStations.set(stationId, shown.map(idOf))
      }
    },
    pathsOf: (stationId) => (idsOfStations.get(stationId) ?? []).map((id) => PICTURES_PATH + id),
    read(id) {
      const url = urls.get(id)
      return url === undefined ? Promise.resolve(null) : cache.get(url)
    },
  }
}

/** The origin of a platform on this machine, which alone may speak http; null: it is elsewhere. */
function originOnThisMachine(endpoint: string): string | null {
  const url = URL.parse(endpoint)
  return url?.protocol === 'http:' ? url.origin : null
}

/**
 * HTTPS to a public host: a picture's address must not make this machine ask around in the site's
 * own network, and nobody on the way changes it. Electron's fetch would read files, too.
 */
function mayShow(address: string, ownOrigin: string | null): boolean {
  const url = URL.parse(linkOf(address) ?? '')
  if (url === null) return false
  return url.origin === ownOrigin || (url.protocol === 'https:' && isPublicHost(url.hostname))
}
