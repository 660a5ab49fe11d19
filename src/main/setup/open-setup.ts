import type { Clock } from '#common/clock.ts'
import { leastDigitsOf } from '#common/pin-rules.ts'
import { machineTimeZone } from '#common/zone.ts'
import type { Fetch } from '#main/platform/http.ts'
import { exportProvision } from './export-provision.ts'
import { draftOf, install, type Installation } from './installation.ts'
import { createSetup, type Setup } from './setup.ts'

/** The wizard of this terminal. Its draft lives as long as somebody sets up. */
export function openSetup(
  installation: Installation,
  { fetch, clock }: { fetch: Fetch; clock: Clock },
): Setup {
  const { desk, log } = installation
  const setup = createSetup({
    ...{ fetch, clock, log, machineTimeZone },
    leastDigits: () => leastDigitsOf(installation.program.resolved().options),
    begin: () => draftOf(installation),
    applyDraft: (draft) => install(draft, installation),
    exportDraft: (draft) => exportProvision(draft, installation),
    protectsSecrets: () => installation.vault.kind === 'system',
  })
  const { access } = desk
  access.onChange(() => {
    if (access.mode() !== 'setup') setup.forget()
  })
  return setup
}
