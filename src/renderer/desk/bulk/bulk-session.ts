/** A session of several that something is done with at once. */
export interface BulkSession {
  readonly id: string
  /** What staff know it by: its connector, and where that is not enough the time or the room. */
  readonly name: string
  /** It runs at this site, and no stop is under way. */
  readonly mayStop: boolean
  readonly hasEnded: boolean
}
