import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { PlugKind } from '#contract/site.ts'
import { useTerminal } from '../../live/terminal.ts'
import type { Sorting } from '../../ui/table/table.ts'
import type { Group, LiveFilter } from './rows.ts'

export type View = 'table' | 'tiles'

/** How the live desk is looked at: kept while somebody is at the desk. */
export const useLiveView = defineStore('liveView', () => {
  const terminal = useTerminal()
  const view = ref<View>('table')
  const text = ref('')
  const group = ref<Group | null>(null)
  const stationId = ref<string | null>(null)
  const plug = ref<PlugKind | null>(null)
  const sorting = shallowRef<Sorting | null>(null)
  /** The connectors that are chosen together, by id. */
  const marked = shallowRef<ReadonlySet<string>>(new Set())

  const filter = computed((): LiveFilter => ({
    text: text.value,
    group: group.value,
    stationId: stationId.value,
    plug: plug.value,
  }))
  const active = computed(
    () => text.value !== '' || [group, stationId, plug].some(({ value }) => value !== null),
  )

  function clear(): void {
    text.value = ''
    group.value = null
    stationId.value = null
    plug.value = null
  }
  watch(
    () => terminal.info.mode,
    (mode) => {
      if (mode !== 'guest') return
      clear()
      view.value = 'table'
      sorting.value = null
      marked.value = new Set()
    },
  )
  return { view, text, group, stationId, plug, sorting, marked, filter, active, clear }
})
