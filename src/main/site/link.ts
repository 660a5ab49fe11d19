import type { ErrorCode } from '#contract/errors.ts'
import type { Link } from '#contract/live.ts'

export interface LinkState {
  readonly link: Link
  /** Failed refreshes in a row. */
  readonly failures: number
  good(atMs: number): void
  failed(atMs: number, error: ErrorCode): void
}

/** Keeps the state of the way to the platform: lost after two failed refreshes in a row. */
export function createLinkState(nowMs: number, lastGoodAtMs: number | null = null): LinkState {
  let link: Link = { state: 'connecting', sinceMs: nowMs, lastGoodAtMs, error: null }
  let failures = 0
  let goodAtMs = lastGoodAtMs
  return {
    get link() {
      return link
    },
    get failures() {
      return failures
    },
    good(atMs) {
      failures = 0
      goodAtMs = atMs
      if (link.state !== 'live')
        link = { state: 'live', sinceMs: atMs, lastGoodAtMs: null, error: null }
    },
    failed(atMs, error) {
      failures += 1
      if (failures < 2) return
      const sinceMs = link.state === 'lost' ? link.sinceMs : atMs
      if (link.state !== 'lost' || link.error !== error)
        link = { state: 'lost', sinceMs, lastGoodAtMs: goodAtMs, error }
    },
  }
}
