import type { Stand } from './stand.ts'

const FAILED: readonly string[] = ['rejected', 'failed', 'timed-out']

/** What a stranger finds on the screen of a guest who has gone. */
export interface LeftBehind {
  readonly startId: string | null
  /** The guest's code, which the stranger does not know. */
  readonly code: string | null
}

/** Somebody who finds another's start and session on the screen presses whatever is there. */
export async function meddle(stand: Stand, { startId, code }: LeftBehind): Promise<void> {
  const { watch } = stand
  const terminal = stand.terminal()
  const invoke: typeof terminal.invoke = (name, input) => stand.during(terminal.invoke(name, input))
  const { view } = terminal
  if (terminal.isGone || !view || watch.presence !== 'stranger') return

  const deed = async (what: string, done: ReturnType<typeof invoke>): Promise<void> => {
    const answer = await done
    if (answer !== 'lost' && answer.ok)
      watch.add('wrongOwner', { about: what, words: `${what}: done by a stranger` })
  }
  const stop = (id: string): Promise<void> => {
    const requestId = `stranger-${id}-${String(stand.clock.now())}`
    return deed(`stop ${id}`, invoke('charging.stop', { sessionId: id, requestId }))
  }
  for (const { id, step, kind, sessionId } of view.starts) {
    if (kind === 'rfid' && step === 'charging') await stop(id)
    if (sessionId !== null || FAILED.includes(step) || step === 'charging') continue
    await deed(`cancel ${id}`, invoke('charging.cancel', { startId: id }))
  }
  for (const { id, status } of view.sessions) {
    if (status === 'charging') await stop(id)
    await deed(`print ${id}`, invoke('receipt.print', { sessionId: id, language: 'en' }))
  }
  const start = view.starts.find(({ id }) => id === startId)
  if (start && code !== null) {
    const { sessionId } = start
    const wrong = String((Number(code) + 1) % 10 ** code.length).padStart(code.length, '0')
    const claim =
      sessionId === null
        ? invoke('charging.claimStart', { startId: start.id, code: wrong })
        : invoke('charging.claim', { sessionId, code: wrong })
    await deed(`claim ${start.id}`, claim)
  }
  await stand.pass(2_000, () => terminal.isGone)
}
