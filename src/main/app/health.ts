import { placesOf } from '#common/plan-places.ts'
import type { LiveModel } from '#contract/live.ts'
import type { Health } from '#contract/system.ts'
import type { Charging } from '#main/charging/charging.ts'
import { isOpenStep } from '#main/charging/ledger/start-steps.ts'
import type { Facts } from './terminal-deps.ts'

/** What the terminal runs on, and what goes on in it, for the desk's health page. */
export function healthOf(
  { version, host }: Facts,
  { starts, sessions }: Pick<ReturnType<Charging['state']>, 'starts' | 'sessions'>,
): Pick<Health, 'version' | 'host' | 'runsOn' | 'openStarts' | 'runningSessions'> {
  const { node, v8, electron, chrome } = process.versions as Record<string, string | undefined>
  const all = Object.entries({ Node: node, V8: v8, Electron: electron, Chromium: chrome })
  const known = all.filter((entry): entry is [string, string] => entry[1] !== undefined)
  return {
    version,
    host,
    runsOn: Object.fromEntries(known),
    openStarts: starts.filter(({ step }) => isOpenStep(step)).length,
    runningSessions: sessions.filter(({ status }) => status !== 'stopped').length,
  }
}

/** Names on the site plan that mean no plug here; none before any plug is known. */
export function unknownOnPlan(
  { branding: { plan } }: Pick<Facts, 'branding'>,
  { connectors }: Pick<LiveModel, 'connectors'>,
): string[] {
  if (plan === null || connectors.length === 0) return []
  return [...placesOf(connectors, plan.places).unknown]
}
