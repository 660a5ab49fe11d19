import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { SectionName } from './sections.ts'

/** Where somebody is at the desk. */
export const usePlace = defineStore('place', () => {
  const section = ref<SectionName>('live')

  function go(to: SectionName): void {
    section.value = to
  }
  return { section, go }
})
