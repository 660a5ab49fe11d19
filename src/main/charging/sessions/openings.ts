import type { Session, Start } from '#contract/charging.ts'
import type { Log } from '#main/core/log.ts'
import type { GuestRules } from '#main/settings/guest-settings.ts'
import { originOf, type StartRecord } from '#main/charging/ledger/records.ts'
import type { StartStore } from '#main/charging/ledger/start-store.ts'
import { isFailureStep } from '#main/charging/ledger/start-steps.ts'
import { startCode, stopCode } from './stop-code.ts'

/** What a session shows, and to whom. */
export type Opening = Pick<
  Session,
  'protection' | 'claimed' | 'stopCode' | 'target' | 'rate' | 'origin'
>
/** What a start shows, and to whom. */
export type StartOpening = Pick<Start, 'claimed' | 'code'>

export interface Openings {
  /** As of now, by the session's id. */
  openings(): (sessionId: string) => Opening
  startOpening(record: StartRecord): StartOpening
}

export function createOpenings(deps: {
  startStore: Pick<StartStore, 'all'>
  /** The site's key of stop codes; rejects with a CommandError. */
  key: Promise<string>
  rules(): GuestRules
  /** Staff are at the desk: every start and session is open to them, but its code. */
  isDesk(): boolean
  isTheirs(record: StartRecord): boolean
  /** The session was opened by its code in this visit. */
  isClaimed(sessionId: string): boolean
  log: Log
  changed(): void
}): Openings {
  const { startStore, rules, isTheirs } = deps
  let key: string | null = null
  deps.key.then(
    (known) => {
      key = known
      deps.changed()
    },
    (error: unknown) => {
      deps.log.error({ error: String(error) }, 'no stop codes: their key is missing')
    },
  )

  return {
    openings() {
      const starts = new Map(startStore.all().map((record) => [record.chargelogId, record]))
      const needsCode = rules().stopCodes
      const isDesk = deps.isDesk()
      return (sessionId) => {
        const start = starts.get(sessionId)
        const isOwn = start !== undefined && isTheirs(start)
        return {
          protection: needsCode ? 'code' : 'none',
          claimed: !needsCode || isDesk || isOwn || deps.isClaimed(sessionId),
          stopCode: needsCode && isOwn && !isDesk && key !== null ? stopCode(key, sessionId) : null,
          target: start?.target ?? null,
          rate: start?.rate ?? null,
          ...(isDesk && start && { origin: originOf(start) }),
        }
      }
    },
    /** Where codes are off, a start is as free as the session that it brings. */
    startOpening(record) {
      const needsCode = rules().stopCodes
      const isDesk = deps.isDesk()
      const isOwn = isTheirs(record)
      const hasCode = needsCode && isOwn && !isDesk && isOnItsWay(record)
      return {
        claimed: !needsCode || isDesk || isOwn,
        code: hasCode && key !== null ? startCode(key, record.id) : null,
      }
    },
  }
}

/** From here a code brings its guest back. Who started by a card of their own has that card. */
const isOnItsWay = ({ kind, step, cancelled }: StartRecord): boolean =>
  kind !== 'rfid' && step !== 'chosen' && !isFailureStep(step) && !cancelled
