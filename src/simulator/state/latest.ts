/** Of what only ever comes anew, a demo that runs for months keeps so much. */
export const KEPT = 200

/** A map that forgets its oldest entries: it holds `most` of them. */
export class LatestMap<K, V> extends Map<K, V> {
  readonly #most: number

  constructor(most = KEPT) {
    super()
    this.#most = most
  }

  override set(key: K, value: V): this {
    super.set(key, value)
    const oldest = this.keys().next()
    if (this.size > this.#most && oldest.done !== true) this.delete(oldest.value)
    return this
  }
}

/** Leaves out the first that may go, once there are more than `KEPT`. */
export function forgetOldest<T>(list: T[], mayGo: (item: T) => boolean = () => true): void {
  const first = list.length > KEPT ? list.findIndex(mayGo) : -1
  if (first >= 0) list.splice(first, 1)
}
