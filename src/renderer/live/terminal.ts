import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { TerminalInfo } from '#contract/terminal.ts'
import { ask, on } from '../bridge.ts'

const UNTIL_KNOWN: TerminalInfo = {
  version: '',
  host: 'stand-in',
  mode: 'guest',
  generation: 0,
  demo: false,
  training: false,
  kiosk: false,
  keyboard: 'auto',
  language: 'en',
  timeZone: 'UTC',
  opensOutside: false,
  guest: {
    languages: [],
    deskPhone: null,
    reader: false,
    dimAfterMs: null,
    nightLevel: 1,
    speech: 'off',
    sounds: false,
    takeAlong: true,
    moreTime: 1,
    theme: 'light',
  },
  branding: { name: null, accent: null, hasLogo: false, plan: null },
  hasSettingsFault: false,
  desk: { hasPins: false, person: null, language: null, lockAfterMs: 0 },
  deskRules: { idleAlertMs: 0, withoutInvoice: 'nobody' },
  clock: { nowMs: 0, speed: 1 },
  trouble: null,
}

/** What this terminal is: mode, site's language and zone, demo, trouble. */
export const useTerminal = defineStore('terminal', () => {
  const info = shallowRef<TerminalInfo>(UNTIL_KNOWN)

  /** Asks once and follows the event `terminal` from then on. */
  async function open(): Promise<void> {
    on('terminal', (next) => {
      info.value = next
    })
    info.value = await ask('terminal.info', {})
  }
  return { info, open }
})
