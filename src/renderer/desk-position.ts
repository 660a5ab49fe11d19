import { defineStore } from 'pinia'
import { ref } from 'vue'

/**
 * Where staff are at the desk: a section, and a part of the section `terminal`, by the desk's names for
 * them. It is no part of the desk's chunk, so that a new window restores it before that has loaded.
 */
export const useDeskPosition = defineStore('desk-position', () => ({
  section: ref('live'),
  tab: ref('health'),
}))
