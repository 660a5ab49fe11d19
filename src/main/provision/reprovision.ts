import { CommandError } from '#main/core/errors.ts'
import type { Log } from '#main/core/log.ts'
import { describeFaults, type Provisioned, type ProvisionSource } from './source.ts'
import { warningTexts } from './warnings.ts'

/** Takes up a changed provisioning file. A broken one changes nothing, and the desk shows its faults. */
export function reprovision(deps: {
  provision: ProvisionSource
  log: Log
  applySettings: () => Promise<void>
  announce: () => void
}): void {
  const { provision, log, applySettings, announce } = deps
  const { file, faults } = provision.load()
  logWarnings(provision.current(), log)
  if (file !== null && faults.length > 0) {
    log.warn({ faults: describeFaults(file, faults) }, 'the provisioning file cannot be used')
    announce()
    return
  }
  log.info({ file }, 'the provisioning file has changed')
  applySettings().catch((error: unknown) => {
    const code = error instanceof CommandError ? error.failure.code : 'internal'
    log.error({ code, error: String(error) }, 'the new settings could not be taken up')
    announce()
  })
}

/** Logs what is unwise about the file, at launch and whenever it has changed. */
export function logWarnings({ file, warnings }: Provisioned, log: Log): void {
  for (const each of warnings) log.warn({ file, warning: warningTexts[each] }, 'an unwise file')
}
