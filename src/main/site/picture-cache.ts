import type { Clock } from '#common/clock.ts'
import type { Picture } from '#main/core/picture.ts'

export interface PictureCache {
  /** The picture at an address: kept, under way, or fetched now. */
  get(url: string): Promise<Picture | null>
}

export const MOST_KEPT_BYTES = 24 * 1024 * 1024
const KEPT_MS = 60 * 60_000
/** A picture that could not be had is tried again after this. */
const MISSED_MS = 60_000
const MOST_ENTRIES = 200

interface Entry {
  picture: Promise<Picture | null>
  bytes: number
  untilMs: number
}

/** Keeps pictures in memory: the ones shown last, up to 24 MB. Requests for one under way wait for it. */
export function createPictureCache(
  clock: Clock,
  fetchPicture: (url: string) => Promise<Picture | null>,
): PictureCache {
  /** Last used last. */
  const entries = new Map<string, Entry>()
  let keptBytes = 0

  const drop = (url: string): void => {
    keptBytes -= entries.get(url)?.bytes ?? 0
    entries.delete(url)
  }

  const makeRoom = (): void => {
    for (const url of entries.keys()) {
      if (keptBytes <= MOST_KEPT_BYTES && entries.size <= MOST_ENTRIES) return
      drop(url)
    }
  }

  const weigh = async (url: string, entry: Entry): Promise<void> => {
    const picture = await entry.picture
    if (entries.get(url) !== entry) return
    entry.untilMs = clock.now() + (picture ? KEPT_MS : MISSED_MS)
    entry.bytes = picture?.bytes.byteLength ?? 0
    keptBytes += entry.bytes
    makeRoom()
  }

  return {
    get(url) {
      const known = entries.get(url)
      if (known && clock.now() < known.untilMs) {
        entries.delete(url)
        entries.set(url, known)
        return known.picture
      }
      drop(url)
      const entry: Entry = { picture: fetchPicture(url), bytes: 0, untilMs: Infinity }
      entries.set(url, entry)
      void weigh(url, entry)
      return entry.picture
    },
  }
}
