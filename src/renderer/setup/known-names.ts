import { useLive } from '../live/live.ts'

/**
 * What the terminal knows of a place that it shows already, by id: settings keep ids alone. Else what
 * set-up was told.
 */
export function useKnownNames(): (id: string, told: string) => string {
  const live = useLive()
  return (id, told) => {
    if (live.site?.id === id && live.site.label !== '') return live.site.label
    const connector = live.inOrder.find(({ stationId }) => stationId === id)
    return connector?.stationLabel ?? told
  }
}
