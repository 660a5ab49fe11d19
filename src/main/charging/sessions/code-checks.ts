import type { CodeGuard } from '#main/secrets/code-guard.ts'
import type { StartRecord } from '#main/charging/ledger/records.ts'
import type { StartStore } from '#main/charging/ledger/start-store.ts'
import { isStartCode, isStopCode } from './stop-code.ts'

/**
 * What a code opens. Wrong ones are counted. Each rejects with a CommandError: `wrong-code`,
 * `too-many-tries` or `storage`.
 */
export interface CodeChecks {
  /** By the code of the session or of its start. */
  session(sessionId: string, code: string): Promise<string>
  /** The first of these sessions that the code opens; tries are counted for `subject`. */
  oneOf(sessionIds: readonly string[], subject: string, code: string): Promise<string>
  /** By the code of the start or of its session. */
  start(record: StartRecord, code: string): Promise<true>
}

export function createCodeChecks(deps: {
  startStore: Pick<StartStore, 'all'>
  codes: CodeGuard
  /** The site's key of stop codes; rejects with a CommandError. */
  key: Promise<string>
}): CodeChecks {
  const { startStore, codes } = deps

  /** What `find` finds to be opened; a try is counted once, however many codes it may be. */
  const opened = async <T>(subject: string, find: (key: string) => T | undefined): Promise<T> => {
    const key = await deps.key
    codes.admit(subject)
    const found = find(key)
    if (found === undefined) throw codes.wrong(subject)
    codes.right(subject)
    return found
  }
  const startOf = (sessionId: string): StartRecord | undefined =>
    startStore.all().find(({ chargelogId }) => chargelogId === sessionId)
  const opensSession = (key: string, sessionId: string, code: string): boolean => {
    const start = startOf(sessionId)
    const isOfStart = start !== undefined && isStartCode(key, start.id, code)
    return isStopCode(key, sessionId, code) || isOfStart
  }
  const oneOf: CodeChecks['oneOf'] = (sessionIds, subject, code) =>
    opened(subject, (key) => sessionIds.find((id) => opensSession(key, id, code)))

  return {
    oneOf,
    session(sessionId, code) {
      const start = startOf(sessionId)
      return oneOf([sessionId], start ? subjectOf(start.id) : `session:${sessionId}`, code)
    },
    start: ({ id, chargelogId }, code) =>
      opened(subjectOf(id), (key) => {
        const isOfSession = chargelogId !== null && isStopCode(key, chargelogId, code)
        return isStartCode(key, id, code) || isOfSession || undefined
      }),
  }
}

/** The tries at a start and at its session are counted together. */
const subjectOf = (startId: string): string => `start:${startId}`
