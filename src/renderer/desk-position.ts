import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { Density } from '#contract/view.ts'

/**
 * Where staff are at the desk: a section, and a part of the section `terminal`, by the desk's names for
 * them; and how they want to see it. It is no part of the desk's chunk, so that a new window restores it
 * before that has loaded.
 */
export const useDeskPosition = defineStore('desk-position', () => ({
  section: ref('live'),
  tab: ref('health'),
  /** Null: as the pointer asks for. */
  density: ref<Density | null>(null),
  /** BCP 47; null: the site's. */
  language: ref<string | null>(null),
  /** Letters and digits alone are keys. */
  singleKeys: ref(true),
}))
