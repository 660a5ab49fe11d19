import type { ComputedRef, Ref } from 'vue'
import type { Failure } from '#contract/errors.ts'
import type { Page } from './use-pages.ts'

/** A question to the platform, as an open screen has it. */
export interface Asked<T> {
  /** The last answer, undefined before the first. It stays while it is asked again, and when that fails. */
  readonly result: Ref<T | undefined>
  readonly loading: Ref<boolean>
  /** Why the last question, or a part of it, was not answered. */
  readonly error: Ref<Failure | null>
  /** Why there is nothing to show. */
  readonly failure: ComputedRef<Failure | null>
  /** Something is shown, but not all of it came, or not again. */
  readonly partial: ComputedRef<boolean>
  /** When the last answer came (epoch ms); null before, and for what is remembered. */
  readonly atMs: Ref<number | null>
  again(): Promise<void>
}

/** Another value is another question; null: nothing is asked. */
export type Variables<V> = V | (() => V | null)

export interface Fresh<T, R> {
  readonly as: 'once'
  readonly cache?: 'no'
  /** What the screen needs of the answer; what it throws is the failure. */
  readonly read?: (answer: T) => R
}
export type Remembered =
  | { readonly as: 'once'; readonly cache: 'instead' }
  | { readonly as: 'once'; readonly cache: 'meanwhile' }
  /** `everyMs` of 0: not for now. */
  | { readonly as: 'poll'; readonly everyMs: () => number }
export interface Listed<T, E> {
  readonly as: 'page'
  /** Entries a page. */
  readonly limit: number
  readonly list: (answer: T) => Page<E> | null
}

/** What a way to ask delivers; the rest of {@link Asked} follows from it. */
export type Answered<T> = Pick<Asked<T>, 'result' | 'loading' | 'error' | 'atMs' | 'again'>
