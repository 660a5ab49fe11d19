import { defineStore } from 'pinia'
import { computed, ref, watchEffect, type ComputedRef } from 'vue'
import type { View } from '#contract/view.ts'
import { useTerminal } from '../live/terminal.ts'
import { useNow } from '../live/now.ts'
import { hourOfDay } from '../i18n/format.ts'

export type Shade = 'light' | 'dark'
type Look = View['look']

const DARK_FROM_HOUR = 20
const DARK_UNTIL_HOUR = 7

/** Whether an hour of the day (0 to 23) is one of the dark ones. */
export function isNight(hour: number): boolean {
  return hour >= DARK_FROM_HOUR || hour < DARK_UNTIL_HOUR
}

/** What the operator has settled: light or dark, by the hour where that is not said, and in high contrast. */
function useSiteLook(): { shade: ComputedRef<Shade>; contrast: ComputedRef<boolean> } {
  const terminal = useTerminal()
  const now = useNow()
  const shade = computed<Shade>(() => {
    const { theme } = terminal.info.guest
    if (theme === 'sun') return 'light'
    if (theme !== 'auto') return theme
    const hour = hourOfDay(now.minuteMs, terminal.info.timeZone)
    return isNight(hour) ? 'dark' : 'light'
  })
  return { shade, contrast: computed(() => terminal.info.guest.theme === 'sun') }
}

/**
 * How the screen is seen and reached: light or dark, high contrast, large text, everything low.
 * The guest's choice until they leave, then the site's.
 */
export const useTheme = defineStore('theme', () => {
  const site = useSiteLook()
  const chosen = ref<Shade | null>(null)
  /** Null: as the site has it. */
  const chosenContrast = ref<boolean | null>(null)
  const large = ref(false)
  const low = ref(false)

  const shade = computed(() => chosen.value ?? site.shade.value)
  const contrast = computed(() => chosenContrast.value ?? site.contrast.value)
  const isChosen = computed(
    () => chosen.value !== null || chosenContrast.value !== null || large.value || low.value,
  )

  watchEffect(() => {
    const root = document.documentElement.dataset
    root['theme'] = shade.value
    root['contrast'] = contrast.value ? 'more' : 'normal'
    root['text'] = large.value ? 'large' : 'normal'
    root['reach'] = low.value ? 'low' : 'normal'
  })

  function toggleShade(): void {
    chosen.value = shade.value === 'dark' ? 'light' : 'dark'
  }
  function toggleContrast(): void {
    chosenContrast.value = !contrast.value
  }
  function toggleLarge(): void {
    large.value = !large.value
  }
  function toggleLow(): void {
    low.value = !low.value
  }
  function choose(look: Look): void {
    chosen.value = look.shade
    chosenContrast.value = look.contrast
    large.value = look.large
    low.value = look.low
  }
  function reset(): void {
    choose({ shade: null, contrast: null, large: false, low: false })
  }
  return {
    shade,
    chosen,
    isChosen,
    contrast,
    chosenContrast,
    large,
    low,
    toggleShade,
    toggleContrast,
    toggleLarge,
    toggleLow,
    choose,
    reset,
  }
})
