import { onMounted, onUnmounted } from 'vue'
import { useIdle } from '../live/idle.ts'
import { useTerminal } from '../live/terminal.ts'
import { useMoreTime } from '../live/use-more-time.ts'
import { useScreen } from '../screen.ts'
import { beginsSpeech } from './keys.ts'

/**
 * Waits for the key that asks for speech, and brings what speaks only then. It ends when its key says so, with the
 * guest, and where staff take over.
 */
export function useSpeech(): { end(): void } {
  const terminal = useTerminal()
  const screen = useScreen()
  const idle = useIdle()
  const moreTime = useMoreTime()
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
        moreTime.isSpoken = false
      },
    })
    moreTime.isSpoken = true
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
