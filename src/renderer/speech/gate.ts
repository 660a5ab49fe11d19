import { onMounted, onUnmounted, ref } from 'vue'
import { useIdle } from '../live/idle.ts'
import { useTerminal } from '../live/terminal.ts'
import { useScreen } from '../screen.ts'
import { beginsSpeech } from './keys.ts'

const isOn = ref(false)
/** The screen is spoken now: nothing else is to be heard. */
export const isSpoken = (): boolean => isOn.value

/**
 * Waits for the key that asks for speech, and brings what speaks only then. It ends when its key says so, with the
 * guest, and where staff take over.
 */
export function useSpeech(): { end(): void } {
  const terminal = useTerminal()
  const screen = useScreen()
  const idle = useIdle()
  let running: { end(isSaid: boolean): void } | null = null
  /** The key that asked last; another state since then, and it asks for nothing. */
  let asked: object | null = null

  async function begin(): Promise<void> {
    const mine = {}
    asked = mine
    const { Speech } = await import('./speech.ts')
    if (asked !== mine) return
    running = new Speech({
      rule: () => terminal.info.guest.speech,
      screen: () => screen.shown.name,
      listens: idle.restart,
      back: goBack,
      ended: () => {
        running = null
        isOn.value = false
      },
    })
    isOn.value = true
    asked = null
  }
  function press({ key }: KeyboardEvent): void {
    if (terminal.info.guest.speech === 'off' || running !== null || asked !== null) return
    if (beginsSpeech(key)) void begin()
  }
  function end(isSaid: boolean): void {
    asked = null
    running?.end(isSaid)
  }
  onMounted(() => {
    addEventListener('keydown', press)
  })
  onUnmounted(() => {
    removeEventListener('keydown', press)
    end(false)
  })
  return {
    end: () => {
      end(true)
    },
  }
}

/** By the screen's own button: it may ask before it leaves. The board has none. */
function goBack(): void {
  document.querySelector<HTMLElement>('[data-back]')?.click()
}
