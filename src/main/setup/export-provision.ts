import path from 'node:path'
import type { Exported } from '#contract/setup.ts'
import { carryOut } from '#main/desk/carry-out.ts'
import { writeAtomically } from '#main/core/files.ts'
import { readLogo } from '#main/settings/logo.ts'
import { variableOf } from '#main/settings/settings-table.ts'
import type { Draft } from './draft.ts'
import { settingsOf, type Installation } from './installation.ts'
import { writeLogo } from './logo.ts'
import { withSiteKey } from './site-key.ts'

/**
 * Writes the provisioning file of the site's next terminal: all of the draft, with the stop-code key.
 * Other secrets stand in it as `${NAME}`, which that terminal takes from its environment.
 */
export async function exportProvision(draft: Draft, installation: Installation): Promise<Exported> {
  const event = { action: 'setup.export', subject: draft.endpoint }
  return carryOut(installation.desk.audit, event, () => writeProvision(draft, installation))
}

async function writeProvision(draft: Draft, installation: Installation): Promise<Exported> {
  const folder = path.join(installation.homeDir, 'provisioning')
  const key = draft.stopCodeKey ?? (await withSiteKey(installation, (kept) => kept.get()))
  const logo = logoBeside(draft, folder, installation.homeDir)
  const settings = settingsOf(draft, logo)
  const people = draft.people.map(({ name, role }, index) => ({
    ...{ name, role },
    pin: placeholder(pinVariable(index)),
  }))
  const document = {
    ...withoutNulls(settings),
    key: placeholder(variableOf('key')),
    ...(settings['password'] === null ? {} : { password: placeholder(variableOf('password')) }),
    ...(key === null ? {} : { stopCodeKey: key }),
    desk: { people },
  }
  const file = path.join(folder, 'terminal.json')
  writeAtomically(file, `${JSON.stringify(document, null, 2)}\n`)
  return { file, logo, variables: variablesOf(draft) }
}

/** A copy of the logo beside the file, which names it without a folder: both go to the next terminal. */
function logoBeside({ logo }: Draft, folder: string, homeDir: string): string | null {
  if (logo === null) return null
  const picture = 'chosen' in logo ? logo.chosen : readLogo(path.resolve(homeDir, logo.kept))
  // What cannot be shown here is none there.
  return typeof picture === 'string' ? null : path.basename(writeLogo(picture, folder))
}

const placeholder = (variable: string): string => `\${${variable}}`
const pinVariable = (index: number): string => `FORECOURT_PIN_${String(index + 1)}`

function variablesOf({ account, people }: Draft): Exported['variables'] {
  return [
    { name: variableOf('key'), of: 'key', person: null },
    ...(account?.kind === 'contact'
      ? [{ name: variableOf('password'), of: 'password' as const, person: null }]
      : []),
    ...people.map(({ name }, index) => ({
      ...{ name: pinVariable(index), of: 'pin' as const, person: name },
    })),
  ]
}

function withoutNulls(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
}
