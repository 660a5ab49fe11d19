import { defineStore } from 'pinia'
import type { CommandOutput } from '#contract/commands.ts'
import { ask, failureOf } from '../bridge.ts'
import { useLive } from '../live/live.ts'
import { useTerminal } from '../live/terminal.ts'
import { useScreen } from '../screen.ts'
import { classify } from './codes.ts'
import { listenToReader } from './keys.ts'
import { createNotice } from './notice.ts'

/**
 * Leads where a scan leads. A card's tag goes to main as it comes and is kept nowhere: not in
 * this store, not on the page, not in a log.
 */
export const useReader = defineStore('reader', () => {
  const terminal = useTerminal()
  const screen = useScreen()
  const live = useLive()
  const { shown: notice, say, dismiss } = createNotice()
  let busy = false

  /** Runs one scan at a time; an answer for a screen that was left meanwhile leads nowhere. */
  async function whileHere<T>(question: Promise<T>, then: (answer: T) => void): Promise<void> {
    const here = screen.shown
    busy = true
    try {
      const answer = await question
      if (screen.shown === here) then(answer)
    } catch (thrown) {
      const { code } = failureOf(thrown)
      if (screen.shown === here) say(`error.${code}`, `error.${code}.next`)
    } finally {
      busy = false
    }
  }

  function found({ connectorId }: CommandOutput<'site.find'>): void {
    if (connectorId !== null && live.connectors.has(connectorId)) screen.connector(connectorId)
    else say('reader.elsewhere', 'reader.elsewhere.next')
  }

  function answered(answer: CommandOutput<'reader.scan'>, atConnectorId: string | null): void {
    if (answer.effect === 'unknown') {
      say('reader.unknown', 'reader.unknown.next')
      return
    }
    const start = live.starts.get(answer.startId)
    const sessionId = start?.sessionId ?? null
    const begunAt = live.inOrder.find(({ startId }) => startId === answer.startId)
    const connectorId = start?.connectorId ?? atConnectorId ?? begunAt?.id ?? null
    if (sessionId !== null && live.sessions.has(sessionId)) screen.charging(sessionId)
    else if (connectorId !== null) screen.starting(answer.startId, connectorId)
  }

  function scanned(typed: string): void {
    if (busy) return
    dismiss()
    const code = classify(typed)
    const connectorId = screen.shown.name === 'connector' ? screen.shown.connectorId : null
    if (code.kind === 'evse') {
      void whileHere(ask('site.find', { evseId: code.evseId }), found)
    } else if (code.kind === 'tag') {
      const requestId = crypto.randomUUID()
      void whileHere(ask('reader.scan', { tag: code.tag, connectorId, requestId }), (answer) => {
        answered(answer, connectorId)
      })
    } else {
      say(`reader.${code.kind}`, `reader.${code.kind}.next`)
    }
  }

  /** Listens from now on, as long as the operator says that a reader is attached. */
  function open(): () => void {
    const stop = listenToReader(() => terminal.info.guest.reader, scanned)
    return () => {
      stop()
      dismiss()
    }
  }
  return { notice, dismiss, open }
})
