import { defineStore } from 'pinia'
import { ref } from 'vue'
import { ask } from './bridge.ts'
import { spoken } from './i18n/i18n.ts'

/** The way between the guests and the desk, as far as the page goes: main says who may. */
export const useDeskAccess = defineStore('desk-access', () => {
  /** The guest who was here before the desk was opened goes on where they were. */
  const keepsGuest = ref(false)
  /** Somebody else comes to the desk: their PIN is asked for as soon as it has locked. */
  const isChanging = ref(false)
  const guestLanguage = ref('en')

  async function unlock(pin: string): Promise<void> {
    const language = spoken.value
    await ask('desk.unlock', { pin })
    guestLanguage.value = language
  }
  /** Locks, and asks for the next person's PIN at once. */
  async function changePerson(): Promise<void> {
    isChanging.value = true
    try {
      await lock()
    } catch (failed) {
      isChanging.value = false
      throw failed
    }
  }
  async function lock(keepGuest = false): Promise<void> {
    keepsGuest.value = keepGuest
    await ask('desk.lock', { keepGuest })
  }
  return { keepsGuest, isChanging, guestLanguage, unlock, lock, changePerson }
})
