import { defineStore } from 'pinia'
import { computed, ref, watchEffect } from 'vue'
import { useTerminal } from '../live/terminal.ts'
import { useNow } from '../live/now.ts'
import { hourOfDay } from '../i18n/format.ts'

export type Shade = 'light' | 'dark'

const DARK_FROM_HOUR = 20
const DARK_UNTIL_HOUR = 7

/** Light or dark, and high contrast: the guest's choice until they leave, then the site's. */
export const useTheme = defineStore('theme', () => {
  const terminal = useTerminal()
  const now = useNow()
  const chosen = ref<Shade | null>(null)
  const contrast = ref(false)

  const bySite = computed<Shade>(() => {
    if (terminal.info.theme !== 'auto') return terminal.info.theme
    const hour = hourOfDay(now.minuteMs, terminal.info.timeZone)
    return hour >= DARK_FROM_HOUR || hour < DARK_UNTIL_HOUR ? 'dark' : 'light'
  })
  const shade = computed(() => chosen.value ?? bySite.value)

  watchEffect(() => {
    document.documentElement.dataset['theme'] = shade.value
    document.documentElement.dataset['contrast'] = contrast.value ? 'more' : 'normal'
  })

  function toggleShade(): void {
    chosen.value = shade.value === 'dark' ? 'light' : 'dark'
  }
  function toggleContrast(): void {
    contrast.value = !contrast.value
  }
  function reset(): void {
    chosen.value = null
    contrast.value = false
  }
  return { shade, contrast, toggleShade, toggleContrast, reset }
})
