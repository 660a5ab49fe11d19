import type { DemoSite, Simulator } from '#simulator/index.ts'

const SHARE_CHANGED = 0.05

/** Every twentieth connector that is free (at least one) breaks down, and is repaired the next time. */
export async function changeOf(
  { control }: Simulator,
  site: DemoSite,
): Promise<() => Promise<void>> {
  const { sites } = await control.overview()
  const stations = sites.find(({ key }) => key === site)?.stations ?? []
  const all = stations.flatMap(({ connectors }) => connectors)
  const free = all.filter(({ ocpp }) => ocpp === 'Available')
  const chosen = free.slice(0, Math.max(1, Math.round(all.length * SHARE_CHANGED)))
  let isBroken = false
  return async () => {
    isBroken = !isBroken
    const status = isBroken ? 'Faulted' : 'Available'
    await Promise.all(chosen.map(({ id }) => control.setOcppStatus(id, status)))
  }
}
