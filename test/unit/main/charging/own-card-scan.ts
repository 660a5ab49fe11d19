import type { Start } from '#contract/charging.ts'
import { settle, type Rig } from './rig.ts'

/** The number of a guest's own card. */
export const TAG = '04A2B9C1D2E380'

/** Holds a card to the reader at this connector; null: at none. */
export async function scanAt(rig: Rig, connectorId: string | null, requestId = 'r1', tag = TAG) {
  const answer = await rig.charging.scan({ tag, connectorId, requestId })
  await settle()
  return answer
}

/** A start by the guest's own card that charges. */
export async function charging(rig: Rig): Promise<Start> {
  await scanAt(rig, 'c1')
  rig.world.ocpp['c1'] = 'Charging'
  await rig.pass(2_000)
  return rig.onlyStart()
}
