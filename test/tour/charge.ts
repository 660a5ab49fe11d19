import { expect } from '@playwright/test'
import type { Stage } from './stage.ts'

/** Seconds of the demo per second while nothing but charging happens. */
const HURRY = 60

/** Lets the demo hurry until a car has taken some of its energy. */
export async function charge(
  charging: Stage['guest']['charging'],
  control: Stage['network']['control'],
): Promise<void> {
  await control.setSpeed(HURRY)
  await expect.poll(() => charging.energyKWh()).toBeGreaterThan(12)
  await control.setSpeed(1)
}
