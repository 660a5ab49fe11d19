import type { Fetch } from './http.ts'

const MINUTE_MS = 60_000

/** Counts what leaves. `lastMinute` is in real time. */
export function countRequests(fetch: Fetch): { fetch: Fetch; lastMinute: () => number } {
  let sentAtMs: number[] = []
  const recent = (): number[] => {
    const sinceMs = performance.now() - MINUTE_MS
    return sentAtMs.filter((atMs) => atMs >= sinceMs)
  }
  return {
    fetch(url, init) {
      sentAtMs = [...recent(), performance.now()]
      return fetch(url, init)
    },
    lastMinute: () => recent().length,
  }
}
