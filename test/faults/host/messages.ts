/** Where a process is to die: at the `nth` time (default: the first) that it passes `point`. */
export interface KillPoint {
  /** A name of the seam's such as `start.requested`; `any` is each of them. */
  readonly point: string
  readonly nth?: number
}

/** From the suite to a terminal under test; each is answered by {@link Told} with its id. */
export type Order = { readonly id: number } & (
  | { readonly do: 'advance'; readonly toMs: number; readonly limitMs: number }
  | { readonly do: 'arm'; readonly at: KillPoint | null }
  | { readonly do: 'invoke'; readonly name: string; readonly input: unknown }
)

export interface Told {
  readonly id: number
  readonly value: unknown
}

/** What main has sent over the bridge. */
export interface Pushed {
  readonly event: readonly [name: string, payload: unknown]
}
