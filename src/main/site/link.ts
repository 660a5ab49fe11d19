import type { ErrorCode } from '#contract/errors.ts'
import type { Link } from '#contract/live.ts'

/** Keeps the state of the way to the platform: lost after two failed refreshes in a row. */
export function createLinkState(nowMs: number, lastGoodAtMs: number | null = null) {
  let link: Link = { state: 'connecting', sinceMs: nowMs, lastGoodAtMs, error: null }
  let failures = 0
  let goodAtMs = lastGoodAtMs
  return {
    get link(): Link {
      return link
    },
    /** Failed refreshes in a row. */
    get failures(): number {
      return failures
    },
    good(atMs: number): void {
      failures = 0
      goodAtMs = atMs
      if (link.state !== 'live')
        link = { state: 'live', sinceMs: atMs, lastGoodAtMs: null, error: null }
    },
    failed(atMs: number, error: ErrorCode): void {
      failures += 1
      if (failures < 2) return
      const sinceMs = link.state === 'lost' ? link.sinceMs : atMs
      if (link.state !== 'lost' || link.error !== error)
        link = { state: 'lost', sinceMs, lastGoodAtMs: goodAtMs, error }
    },
  }
}
export type LinkState = ReturnType<typeof createLinkState>
