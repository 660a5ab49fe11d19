/** What people are told of. `test`: somebody tries the ways out. */
export const alertKinds = [
  'connector-out-of-order',
  'platform-lost',
  'starts-failing',
  'sign-in-refused',
  'clock-wrong',
  'test',
] as const
export type AlertKind = (typeof alertKinds)[number]

/** Plain facts: a plug's number, a count. Never a guest, a card or a secret. */
export type AlertFacts = Readonly<Record<string, string | number | null>>

/** Something that is wrong now. */
export interface Condition {
  readonly kind: AlertKind
  /** Tells it from others of its kind: a connector's id; else empty. */
  readonly subject: string
  readonly facts: AlertFacts
  /** It is told once it has lasted so long (ms). */
  readonly afterMs: number
}

/** What is wrong now, and what nobody can tell now: of these nothing is over. */
export interface Conditions {
  readonly present: readonly Condition[]
  readonly unknown: ReadonlySet<AlertKind>
}

/** What people are told: it is so now, or is over. */
export interface AlertNews {
  readonly state: 'raised' | 'cleared'
  readonly kind: AlertKind
  readonly facts: AlertFacts
  /** Since when it has been so, as far as this terminal saw it (epoch ms). */
  readonly sinceMs: number
  /** When this was found (epoch ms). */
  readonly atMs: number
}
