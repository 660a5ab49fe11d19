import path from 'node:path'
import { openLinkFile } from '#main/link/fact-store.ts'
import { startBroker, type Broker } from '#main/link/broker.ts'
import type { Fact } from '#main/link/fact.ts'
import { createLink, type LinkStanding } from '#main/link/link.ts'
import type { TerminalDeps } from './terminal-deps.ts'
import type { TerminalParts } from './terminal-parts.ts'

/** The board comes before all that the link loads. */
const BOARD_FIRST_MS = 5_000

/** This terminal among those of its site. */
export interface LinkedTerminal {
  /** From now on what waits goes to the others. */
  start(): void
  /** Null: it has no link. */
  standing(): (LinkStanding & { readonly broker: string }) | null
  close(): void
}

/** Null where it stands alone. Throws a CommandError `storage`. */
export function openSiteLink(
  deps: TerminalDeps,
  { parts, state }: { parts: TerminalParts; state: () => Readonly<Record<string, unknown>> },
): LinkedTerminal | null {
  const { clock, log, terminalId, link: settings } = deps
  for (const name of settings?.incomplete ?? [])
    log.warn({ name }, 'a setting lacks another that it needs, and is off')
  if (!settings?.link) return null
  const database = openLinkFile(path.join(deps.dataDir, 'link.db'), (asideFile) => {
    log.error({ asideFile }, 'what the link knew was damaged: it is set aside, a new one is begun')
  })
  const link = createLink({
    ...{ settings: settings.link, terminalId, database, clock, log, state },
    apply(fact) {
      takeNote(fact, parts)
    },
  })
  shareNotes(deps, parts, link.say)
  const broker = createCarried(deps)
  const { host } = new URL(settings.link.url)
  let cancel = (): void => undefined
  return {
    start() {
      cancel = clock.setTimer(BOARD_FIRST_MS, () => {
        broker.start()
        link.start()
      })
    },
    standing: () => ({ ...link.standing(), broker: host }),
    close() {
      cancel()
      void link
        .close()
        .catch((error: unknown) => {
          log.warn({ error: String(error) }, 'the link did not end by itself')
        })
        .then(() => {
          database.close()
          broker.close()
        })
    },
  }
}

/** What other terminals wrote down for a session. */
function takeNote({ kind, subject, value }: Fact, { sessions }: TerminalParts): void {
  sessions.takeShared({ sessionId: subject, what: kind, text: value })
}

function shareNotes(
  { deskSettings, log }: TerminalDeps,
  { sessions }: TerminalParts,
  say: ReturnType<typeof createLink>['say'],
): void {
  sessions.share({
    noted({ sessionId, what, text }, isFirst) {
      try {
        const keptMs = deskSettings.keepNotesMs
        say({ kind: what, subject: sessionId, value: text, keptMs, isFirst })
      } catch (error) {
        log.error({ sessionId, error: String(error) }, 'a note is kept here alone')
      }
    },
  })
}

/** The broker that this terminal carries, if it does. */
function createCarried({ link, log }: Pick<TerminalDeps, 'link' | 'log'>): {
  start(): void
  close(): void
} {
  const settings = link?.broker
  let started: Promise<Broker | null> = Promise.resolve(null)
  return {
    start() {
      if (!settings) return
      started = startBroker(settings, log).catch((error: unknown) => {
        log.error({ error: String(error) }, 'the broker of the site cannot be started')
        return null
      })
    },
    close() {
      void started.then((broker) => broker?.close())
    },
  }
}
