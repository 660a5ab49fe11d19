import { defineStore } from 'pinia'
import { ref } from 'vue'

/** The parts of the section. Staff see the training alone. */
export const tabNames = ['health', 'settings', 'people', 'audit', 'log', 'training', 'end'] as const
export type TabName = (typeof tabNames)[number]

/** What was done last: shown until another part is opened, and after new settings bring another terminal. */
export const useLastDone = defineStore('terminal-last-done', () => ({
  text: ref<string | null>(null),
}))
