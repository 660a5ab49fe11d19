import type { Guest } from './guest.ts'
import type { Stand } from './stand.ts'

/** A target is reached within minutes by the car that comes. */
const TARGET_MS = 14 * 60_000
const SUMMARY_MS = 3 * 60_000
const STEP_MS = 3_000

/** The guest waits for what was ordered, or stops, reads the summary until it is complete, and prints it. */
export async function takeReceipt(
  stand: Stand,
  guest: Guest,
  { connectorId, isTargeted }: { connectorId: string; isTargeted: boolean },
): Promise<void> {
  const terminal = stand.terminal()
  const isGone = (): boolean => terminal.isGone
  const { sessionId = null, step } = guest.startShown() ?? {}
  if (step !== 'charging' || sessionId === null) return
  const session = () => terminal.view?.sessions.find(({ id }) => id === sessionId)
  const isOver = (): boolean => isGone() || session()?.status !== 'charging'
  if (isTargeted) await stand.pass(TARGET_MS, isOver, STEP_MS)
  else await guest.stop(connectorId)
  await stand.pass(SUMMARY_MS, isOver, STEP_MS)
  await stand.pass(SUMMARY_MS, () => isGone() || session()?.summary?.complete === true, STEP_MS)
  if (isGone() || stand.watch.presence !== 'guest') return
  const place = terminal.pages.length
  const printing = terminal.invoke('receipt.print', { sessionId, language: 'en' })
  const answer = await stand.during(printing)
  const page = terminal.pages[place]
  if (answer === 'lost' || !answer.ok || page === undefined) return
  await stand.watch.printed({ chargelogId: sessionId, text: textOf(page) })
}

/** What can be read on the page. */
const textOf = (page: string): string =>
  page
    .replaceAll(/<style>.*?<\/style>/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
