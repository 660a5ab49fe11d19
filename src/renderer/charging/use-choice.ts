import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Offer, RatePackage, Target } from '#contract/charging.ts'
import { takesPackage, type Choice } from './choice.ts'

export interface ChoiceState {
  readonly optionId: Ref<string | null>
  readonly hold: Ref<number | null>
  readonly packageId: Ref<string | null>
  readonly target: ShallowRef<Target | null>
  readonly bookingReference: Ref<string>
  readonly choice: ComputedRef<Choice>
  /** The packages that go with the chosen way to charge. */
  readonly packages: ComputedRef<readonly RatePackage[]>
  /** Whether a time may be chosen: a payment by phone and a package with its own end take none. */
  readonly takesTime: ComputedRef<boolean>
}

/** What the guest chooses of an offer: kept while the offer is asked again, dropped with what is gone. */
export function useChoice(offer: () => Offer | null): ChoiceState {
  const optionId = ref<string | null>(null)
  const hold = ref<number | null>(null)
  const packageId = ref<string | null>(null)
  const target = shallowRef<Target | null>(null)
  const bookingReference = ref('')

  const options = computed(() => offer()?.options ?? [])
  const option = computed(() => options.value.find(({ id }) => id === optionId.value) ?? null)
  const packages = computed(() => (takesPackage(option.value) ? (offer()?.packages ?? []) : []))
  const takesTime = computed(() => {
    const chosen = packages.value.find(({ id }) => id === packageId.value)
    return takesPackage(option.value) && (chosen?.stopMinutes ?? null) === null
  })

  watch(options, (now) => {
    if (option.value !== null) return
    const [only, ...others] = now
    optionId.value = only?.notSold === null && others.length === 0 ? only.id : null
  })
  watch(
    () => JSON.stringify(option.value?.holds ?? []),
    () => {
      hold.value = option.value?.holds.length === 1 ? 0 : null
    },
  )
  watch(packages, (now) => {
    const isSold = now.some(({ id, notSold }) => id === packageId.value && notSold === null)
    if (!isSold) packageId.value = null
  })
  watch(takesTime, (takes) => {
    if (!takes && target.value?.kind === 'time') target.value = null
  })

  const choice = computed(() => ({
    option: option.value,
    hold: hold.value,
    packageId: packageId.value,
    target: target.value,
    bookingReference: bookingReference.value,
  }))
  return { optionId, hold, packageId, target, bookingReference, choice, packages, takesTime }
}
