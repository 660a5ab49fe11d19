import {
  computed,
  onScopeDispose,
  ref,
  shallowReactive,
  shallowRef,
  watch,
  type ComputedRef,
  type Ref,
} from 'vue'
import type { Failure } from '#contract/errors.ts'
import { DeskOccupancyDocument } from '#platform/generated/ask/graphql.ts'
import { askPlatform } from '../../ask/ask-platform.ts'
import { failureOf } from '../../bridge.ts'
import { busyWeekOf, type BusyDay } from './busy-week.ts'
import { meanWeek } from './site-week.ts'

/** The platform is asked for so many stations at a time. */
const ABREAST = 2

/**
 * The usual week of the chosen station, or of all of them together (reference: query `cpOccupancyRate`, one station a
 * request). A week that came is kept while the screen is open.
 */
export function useWeeks(
  stationIds: () => readonly string[],
  /** Null: all of them. */
  chosen: () => string | null,
): {
  /** Undefined before the first answer; empty where no hour is told. */
  week: ComputedRef<readonly BusyDay[] | undefined>
  /** How many of the stations have answered. */
  answered: ComputedRef<number>
  error: Ref<Failure | null>
  again(): void
} {
  const weeks = shallowReactive(new Map<string, readonly BusyDay[]>())
  const error = shallowRef<Failure | null>(null)
  const round = ref(0)
  let question = 0
  const wanted = computed(() => {
    const one = chosen()
    return one === null ? stationIds() : [one]
  })
  const told = computed(() =>
    wanted.value.flatMap((id) => (weeks.has(id) ? [weeks.get(id) ?? []] : [])),
  )

  async function load(ids: string[], isStale: () => boolean): Promise<void> {
    for (let id = ids.shift(); id !== undefined && !isStale(); id = ids.shift())
      weeks.set(id, busyWeekOf(await askPlatform(DeskOccupancyDocument, { cpId: id })))
  }
  watch(
    [() => wanted.value.join(), round],
    async () => {
      const mine = ++question
      const isStale = (): boolean => mine !== question
      const missing = wanted.value.filter((id) => !weeks.has(id))
      error.value = null
      try {
        await Promise.all(Array.from({ length: ABREAST }, () => load(missing, isStale)))
      } catch (thrown) {
        missing.length = 0
        if (!isStale()) error.value = failureOf(thrown)
      }
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    question += 1
  })

  return {
    week: computed(() => {
      const [first] = told.value
      if (!first) return undefined
      return chosen() === null ? meanWeek(told.value) : first
    }),
    answered: computed(() => told.value.length),
    error,
    again() {
      for (const id of wanted.value) if (weeks.get(id)?.length === 0) weeks.delete(id)
      round.value += 1
    },
  }
}
