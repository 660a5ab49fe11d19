import { createSerialQueue } from '#common/serial-queue.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { ShownSettings } from '#contract/system.ts'
import { hadSite } from './had-site.ts'
import { accountSecrets, keepSecret, withKeptSecrets } from './kept-account.ts'
import { describeProblem, type OptionProblem } from './options.ts'
import { isSettings, openSettings, type OpenStore, type SettingsValues } from './settings.ts'
import { resolveSettings, type ResolvedSettings } from './resolved.ts'
import type { ProvisionedSettings } from './settings-table.ts'
import { shownSettings } from './shown.ts'
import type { Vault } from './vault.ts'

/**
 * What is to be written, by the names of docs/settings.md. Null takes a name out of the file. Of a
 * section such as `guest` only the names that are given change, and null is a value there. `key` and
 * `password` go into the vault.
 */
export type SettingsChanges = SettingsValues

/** The settings of this terminal, and the way to change them. */
export interface SettingsStore {
  /** All sources, read again; of a broken provisioning file its last good copy. Throws a CommandError `settings-unusable`. */
  read(): Promise<ResolvedSettings>
  /** What is in the settings file and in force, for the desk: without secrets. */
  shown(): ShownSettings
  /**
   * On disk when it resolves, whole; takes effect with the next `applySettings`. Throws a CommandError
   * `settings-unusable` (`details.faults`: one a line), and then nothing was changed.
   */
  write(changes: SettingsChanges): Promise<void>
}

/** The provisioning file, as far as the settings are read by it. */
export interface Provisioning {
  /** Reads the file as it is now. */
  load(): unknown
  /** As it was loaded last. */
  current(): { readonly document: ProvisionedSettings | null }
}

export function createSettingsStore(deps: {
  argv: string[]
  env: NodeJS.ProcessEnv
  homeDir: string
  openStore: OpenStore
  nowMs: () => number
  vault: Vault
  provision: Provisioning
}): SettingsStore {
  const { vault, homeDir, provision } = deps
  const open = (): ReturnType<typeof openSettings> =>
    openSettings(homeDir, deps.openStore, deps.nowMs())
  const resolved = (values: SettingsValues): ResolvedSettings => {
    const { document } = provision.current()
    const sources = {
      argv: deps.argv,
      env: deps.env,
      values,
      provision: document,
      homeDir,
      hadSite: hadSite(homeDir),
    }
    const resolution = resolveSettings(sources)
    if (!resolution.ok) throw unusable(resolution.problems)
    return resolution.resolved
  }

  const queue = createSerialQueue()

  return {
    async read() {
      provision.load()
      const file = open()
      const found = resolved(file.values)
      file.keepGood()
      return { ...found, options: await withKeptSecrets(found.options, vault) }
    },
    shown: () =>
      shownSettings({
        argv: deps.argv,
        env: deps.env,
        values: open().values,
        provision: provision.current().document,
      }),
    // One at a time: each reads what the one before has written.
    write: (changes) =>
      queue(async () => {
        const file = open()
        const { options } = resolved(changed(file.values, changes))
        for (const name of accountSecrets) {
          const value = changes[name]
          if (value === undefined || options.endpoint === null) continue
          const text = typeof value === 'string' ? value : ''
          await keepSecret(vault, name, { endpoint: options.endpoint, value: text })
        }
        // A secret that lay in the file by hand is out of it from now on.
        const secrets = accountSecrets.filter((name) => changes[name] !== undefined)
        const without = Object.fromEntries(secrets.map((name) => [name, null]))
        await file.write(changed(file.values, { ...changes, ...without }))
      }),
  }
}

function changed(values: SettingsValues, changes: SettingsChanges): SettingsValues {
  const next = new Map(Object.entries(values))
  for (const [name, value] of Object.entries(changes)) {
    const before = next.get(name)
    if (value === null) next.delete(name)
    else if (isSettings(before) && isSettings(value)) next.set(name, { ...before, ...value })
    else next.set(name, value)
  }
  return Object.fromEntries(next)
}

function unusable(problems: readonly OptionProblem[]): CommandError {
  const faults = problems.map(describeProblem).join('\n')
  return new CommandError(failureOf('settings-unusable', faults, { faults }))
}
