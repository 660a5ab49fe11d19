import type { BackupAsked } from '#main/backup/asked.ts'
import { backUp } from '#main/backup/back-up.ts'
import { restore } from '#main/backup/restore.ts'

/** What a backup or a restore came to, for the console. */
export interface Copied {
  readonly ok: boolean
  readonly text: string
}

/**
 * Makes a backup, beside a terminal that may be running, or restores one: then `isAlone` must resolve
 * to true, as nobody may write to the folder meanwhile.
 */
export async function copyTerminal(
  asked: BackupAsked,
  program: { homeDir: string; version: string; nowMs: number; isAlone: () => Promise<boolean> },
): Promise<Copied> {
  const { homeDir, nowMs } = program
  try {
    if ('wrong' in asked) return { ok: false, text: asked.wrong }
    if (asked.kind === 'backup')
      return { ok: true, text: await backUp(homeDir, asked.file, program) }
    if (!(await program.isAlone()))
      return { ok: false, text: `A terminal is running on ${homeDir}: stop it first.` }
    return { ok: true, text: await restore(homeDir, asked.file, nowMs) }
  } catch (error) {
    return { ok: false, text: error instanceof Error ? error.message : String(error) }
  }
}
