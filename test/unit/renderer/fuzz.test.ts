// @vitest-environment happy-dom
import fc from 'fast-check'
import { parse } from 'graphql'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { offerSchema, type Offer } from '#contract/charging.ts'
import type { CommandOutput } from '#contract/commands.ts'
import { liveModelSchema, type LiveModel } from '#contract/live.ts'
import { trustedOperations } from '#platform/generated/trusted.ts'
import { useScreen, type Screen } from '#renderer/screen.ts'
import { allowedBy } from '#test/fuzz/contract.ts'
import { answer } from '#test/platforms/answer.ts'
import { generatedAnswers } from '#test/platforms/generated.ts'
import { nonsenseIn, type Fault } from '#test/platforms/nonsense.ts'
import { FakeBridge } from './fakes.ts'
import { closeApp, loadScreens, openApp } from './on-screen.ts'

const SEED = 16
const MODELS = 12

const ids = {
  connectorId: 'c0',
  stationId: 'Cp#0',
  sessionId: 's0',
  startId: 't0',
  approvalId: 'a0',
}
const screens: readonly Screen[] = [
  { name: 'board' },
  { name: 'find' },
  { name: 'station', stationId: ids.stationId },
  { name: 'connector', connectorId: ids.connectorId, requestId: 'r0' },
  { name: 'starting', startId: ids.startId, connectorId: ids.connectorId },
  { name: 'claim', sessionId: ids.sessionId, connectorId: ids.connectorId, purpose: 'charge' },
  { name: 'claim', sessionId: null, connectorId: ids.connectorId, purpose: 'receipt' },
  { name: 'approval', approvalId: ids.approvalId, connectorId: ids.connectorId },
  { name: 'charging', sessionId: ids.sessionId },
  { name: 'summary', sessionId: ids.sessionId },
]

beforeAll(loadScreens, 60_000)
afterEach(closeApp)

describe('whatever main may say', () => {
  const models = fc.sample(allowedBy(liveModelSchema), { seed: SEED, numRuns: MODELS })
  const offers = fc.sample(allowedBy(offerSchema), { seed: SEED, numRuns: MODELS })

  it.each(screens)('no guest screen breaks or shows nonsense: $name', async (shown) => {
    const faults: Fault[] = []
    const stayedAt: string[] = []
    for (const [index, model] of models.entries()) {
      await openScreen(shown, model as LiveModel, offers[index] as Offer, faults)
      stayedAt.push(useScreen().shown.name)
      closeApp()
    }
    expect(stayedAt).toContain(shown.name)
    expect(faults).toEqual([])
  })
})

/** Shows a screen, with the help over it, and keeps what is wrong there. */
async function openScreen(
  shown: Screen,
  model: LiveModel,
  offer: Offer,
  faults: Fault[],
): Promise<void> {
  const found = (words: string): void => void faults.push({ screen: shown.name, words })
  await openApp(bridgeOf(offer), leading(model), {}, (thrown) => {
    found(`uncaught: ${String(thrown)}`)
  })
  useScreen().show(shown)
  useScreen().help = true
  await vi.advanceTimersByTimeAsync(100)
  await nextTick()
  for (const wrong of nonsenseIn(document.body.textContent)) found(`says ${wrong}`)
}

/** The first of each kind are those that the screens are about. */
function leading(model: LiveModel): LiveModel {
  const { connectors, sessions, starts, approvals } = model
  const first = <T extends object>(things: T[], known: Partial<T>): T[] =>
    things.map((thing, index) => (index === 0 ? { ...thing, ...known } : thing))
  const { connectorId } = ids
  return {
    ...model,
    connectors: first(connectors, { id: connectorId, stationId: ids.stationId }),
    sessions: first(sessions, { id: ids.sessionId, connectorId }),
    starts: first(starts, { id: ids.startId, connectorId, sessionId: null }),
    approvals: first(approvals, { id: ids.approvalId, connectorId, startId: null }),
  }
}

function bridgeOf(offer: Offer): FakeBridge {
  const answers = generatedAnswers(SEED)
  return new FakeBridge({
    'charging.options': () => ({ ok: true, value: offer }),
    'site.pictures': () => ({ ok: true, value: { paths: [] } }),
    'terminal.report': () => ({ ok: true, value: null }),
    'platform.ask': ({ id, variables }) => {
      const { data = null } = answer(answers, parse(trustedOperations[id]?.text ?? ''), variables)
      const plain = JSON.parse(JSON.stringify(data)) as CommandOutput<'platform.ask'>['data']
      return { ok: true, value: { data: plain, errors: [] } }
    },
  })
}
