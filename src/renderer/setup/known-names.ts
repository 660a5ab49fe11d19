import { useLive } from '../live/live.ts'

/**
 * The name of a site or station that the terminal shows already, by id: settings keep ids only. Else the
 * name that set-up was given.
 */
export function useKnownNames(): (id: string, given: string) => string {
  const live = useLive()
  return (id, given) => {
    if (live.site?.id === id && live.site.label !== '') return live.site.label
    const connector = live.inOrder.find(({ stationId }) => stationId === id)
    return connector?.stationLabel ?? given
  }
}
