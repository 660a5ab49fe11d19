import { defineStore } from 'pinia'
import { ref } from 'vue'

/** The parts of the section. Staff see the training alone. */
export const tabNames = ['health', 'settings', 'people', 'audit', 'log', 'training', 'end'] as const
export type TabName = (typeof tabNames)[number]

/** Which part is looked at: it stays when new settings bring another terminal. */
export const useTab = defineStore('terminal-tab', () => {
  const tab = ref<TabName>('health')
  /** What was done last, told until something else is looked at. */
  const done = ref<string | null>(null)
  return { tab, done }
})
