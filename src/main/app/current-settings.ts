import type { LogoFault, PlanFault } from '#contract/system.ts'
import type { Log } from '#main/core/log.ts'
import { logoOf } from '#main/settings/logo.ts'
import { planOf } from '#main/settings/plan.ts'
import type { ResolvedSettings } from '#main/settings/resolved.ts'
import type { Picture } from '#main/core/picture.ts'

/** The settings that are in force, and the pictures that they name. */
export interface CurrentSettings {
  get(): ResolvedSettings
  /** From now on these hold; the pictures' files are read again. */
  replace(next: ResolvedSettings): void
  logo(): Picture | null
  /** Why a logo that is set cannot be shown. */
  logoFault(): LogoFault | null
  /** The site plan, and why one that is set cannot be shown. */
  plan(): Picture | null
  planFault(): PlanFault | null
}

export function createCurrentSettings(
  first: ResolvedSettings,
  { homeDir, log }: { homeDir: string; log: Log },
): CurrentSettings {
  let current = first
  let logo = logoOf(first, homeDir, log)
  let plan = planOf(first, homeDir, log)
  return {
    get: () => current,
    replace(next) {
      current = next
      logo = logoOf(next, homeDir, log)
      plan = planOf(next, homeDir, log)
    },
    logo: () => (typeof logo === 'string' ? null : logo),
    logoFault: () => (typeof logo === 'string' ? logo : null),
    plan: () => (typeof plan === 'string' ? null : plan),
    planFault: () => (typeof plan === 'string' ? plan : null),
  }
}
