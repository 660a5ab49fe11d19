/** A map that forgets its oldest entries: it holds `most` of them. */
export class LatestMap<K, V> extends Map<K, V> {
  readonly #most: number

  constructor(most: number) {
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
