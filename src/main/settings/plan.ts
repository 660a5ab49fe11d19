import path from 'node:path'
import type { PlanFault } from '#contract/system.ts'
import type { Log } from '#main/core/log.ts'
import { isSvg, pictureTypeOf, type Picture } from '#main/core/picture.ts'
import { readPictureFile } from './picture-file.ts'
import type { ResolvedSettings } from './resolved.ts'

const PLAN_ID = /^plan-\d{1,9}$/
const MOST_BYTES = 1024 * 1024
/** As a picture an SVG runs nothing; one that means to is refused all the same. */
const SCRIPT = /<script|<foreignObject/i

/** Why a site plan cannot be shown, in a half-sentence. */
export const planFaults: Readonly<Record<PlanFault, string>> = {
  unreadable: 'the file cannot be read',
  large: 'the file is larger than 1 MB',
  'no-picture': 'the file is no PNG, JPEG, WebP or SVG picture',
  script: 'the SVG holds a script or foreign content',
}

/** The site plan in a file, or why it cannot be shown. */
export function readPlan(file: string): Picture | PlanFault {
  const plan = readPictureFile(
    file,
    MOST_BYTES,
    (bytes) => pictureTypeOf(bytes) ?? (isSvg(bytes) ? 'image/svg+xml' : null),
  )
  if (typeof plan === 'string' || plan.type !== 'image/svg+xml') return plan
  return SCRIPT.test(new TextDecoder().decode(plan.bytes)) ? 'script' : plan
}

/** Whether a picture's id means the plan: `plan-` and the generation of the terminal. */
export const isPlanId = (id: string): boolean => PLAN_ID.test(id)

/** The plan that is set, or why it cannot be shown: the board does without. Its file is looked for in `homeDir`. */
export function planOf(
  { branding }: ResolvedSettings,
  homeDir: string,
  log: Log,
): Picture | PlanFault | null {
  if (branding.plan === null) return null
  const plan = readPlan(path.resolve(homeDir, branding.plan))
  if (typeof plan === 'string')
    log.warn({ reason: planFaults[plan] }, 'the site plan cannot be shown')
  return plan
}
