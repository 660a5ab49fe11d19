import path from 'node:path'
import { createClock } from '#common/clock.ts'
import { openDesk } from '#main/desk/desk.ts'
import { readDeskSettings } from '#main/settings/desk-settings.ts'
import { createMemoryVault } from '#main/settings/vault.ts'
import { MANAGER_PIN, STAFF_PIN } from '../pages/desk.ts'

/** Sets the desk's PINs in a data folder, as set-up would, before the terminal is launched. */
export async function setPeople(
  dataDir: string,
  pins = { staff: STAFF_PIN, manager: MANAGER_PIN },
): Promise<void> {
  const nothing = (): void => undefined
  const desk = await openDesk({
    file: path.join(dataDir, 'desk.db'),
    // Without a vault they lie in the desk's file; the terminal moves them into its own.
    vault: createMemoryVault(),
    log: { info: nothing, warn: nothing, error: nothing },
    clock: createClock(),
    settings: () => readDeskSettings(undefined).settings,
    isUnset: () => false,
    examples: () => [],
  })
  await desk.people.replace([
    { name: 'Ida', role: 'staff', pin: pins.staff },
    { name: 'Max', role: 'manager', pin: pins.manager },
  ])
  desk.close()
}
