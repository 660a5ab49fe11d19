import { watchEffect } from 'vue'
import { useTerminal } from '../live/terminal.ts'

/** The operator's colour in the place of ours; main has seen to it that white text is readable on it. */
export function useBranding(): void {
  const terminal = useTerminal()
  watchEffect(() => {
    const { accent } = terminal.info.branding
    const { style } = document.documentElement
    style.setProperty('--brand', accent)
    // On a dark page the colour is lightened: ours towards its own green, another one towards white.
    style.setProperty('--brand-light', accent === null ? null : '#ffffff')
  })
}
