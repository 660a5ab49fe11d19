import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createClock } from '#common/clock.ts'
import { createMemoryVault } from '#main/settings/vault.ts'
import type { DemoSite, Simulator } from '#simulator/index.ts'
import { openCore, openCoreDesk } from '#test/support/core.ts'

export interface RunningCore {
  touch(): void
  close(): void
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Forecourt's main process without its window: everything that it asks a platform for by itself. */
export async function startCore(sim: Simulator, site: DemoSite): Promise<RunningCore> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'forecourt-core-'))
  const place = {
    ...{ clock: createClock(), log: silent, vault: createMemoryVault(), dataDir },
    fetch: (url: string, init: RequestInit) => fetch(url, init),
  }
  const { endpoint, key, account, sites } = sim
  const desk = await openCoreDesk(place)
  const terminal = await openCore({
    ...{ ...place, desk, choice: sites[site], emit: () => undefined },
    configured: { endpoint, key, ...account },
  })
  terminal.start()
  return {
    touch: () => void terminal.handlers['terminal.touched']({}),
    close() {
      terminal.close()
      desk.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
