import { LatestMap } from '#common/latest-map.ts'
import { createSessionEnds, type SessionEnds } from './session-ends.ts'
import type { TrackedSession } from './tracked-session.ts'

/** The sessions that are followed, and what is remembered of those that were. */
export interface KnownSessions {
  /** All that are followed now. A list of its own: they may come and go while it is walked through. */
  followed(): TrackedSession[]
  /** Those of them that are at this site. */
  shown(): TrackedSession[]
  /** A session that is followed. */
  get(id: string): TrackedSession | undefined
  /** It is not followed, and has not ended as far as is known. */
  isNew(id: string): boolean
  /** Epoch ms; 0 for a session that has ended, null for one never seen. */
  firstSeenMs(id: string): number | null
  follow(session: TrackedSession): void
  unfollow(id: string): void
  /** It is not followed any more, but should the platform know it again, it is none that has just begun. */
  lose(session: TrackedSession): void
  /** What has ended stays so, also once it is done with: one late answer must not bring it back. */
  readonly endings: SessionEnds
}

/** When what has ended was first seen: it is none that has just begun. */
export const LONG_AGO_MS = 0
export const MOST_REMEMBERED = 1_000

export function createKnownSessions(isOnSite: (connectorId: string) => boolean): KnownSessions {
  const tracked = new Map<string, TrackedSession>()
  const endings = createSessionEnds()
  /** When sessions that were lost had first been seen. */
  const lost = new LatestMap<string, number>(MOST_REMEMBERED)
  return {
    followed: () => [...tracked.values()],
    shown: () => [...tracked.values()].filter(({ log }) => isOnSite(log.connectorId)),
    get: (id) => tracked.get(id),
    isNew: (id) => !tracked.has(id) && !endings.has(id),
    firstSeenMs: (id) =>
      endings.has(id) ? LONG_AGO_MS : (tracked.get(id)?.firstSeenMs ?? lost.get(id) ?? null),
    follow(session) {
      tracked.set(session.log.id, session)
    },
    unfollow(id) {
      tracked.delete(id)
    },
    lose({ log: { id }, firstSeenMs }) {
      lost.set(id, firstSeenMs)
      tracked.delete(id)
    },
    endings,
  }
}
