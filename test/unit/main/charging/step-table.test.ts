import { describe, expect, it } from 'vitest'
import type { StartStep } from '#contract/charging.ts'
import { nextStep, type StartEvidence } from '#main/charging/start/step-table.ts'

const nothing: StartEvidence = {
  attemptStatus: null,
  isFailure: false,
  failureReason: null,
  chargelogStatus: null,
  connectorOcpp: null,
}

const rows: [from: StartStep, evidence: Partial<StartEvidence>, to: StartStep][] = [
  // what the attempt says
  ['chosen', { attemptStatus: 'REQUESTED' }, 'requested'],
  ['chosen', { attemptStatus: 'sent' }, 'requested'],
  ['requested', { attemptStatus: 'SENT' }, 'requested'],
  ['requested', { attemptStatus: 'ACCEPTED' }, 'accepted'],
  ['requested', { attemptStatus: 'accepted' }, 'accepted'],
  ['requested', { attemptStatus: 'Accepted', connectorOcpp: 'Preparing' }, 'accepted'],
  ['requested', { attemptStatus: 'Accepted', connectorOcpp: 'Available' }, 'waiting-for-plug'],
  ['requested', { attemptStatus: 'SENT', connectorOcpp: 'Available' }, 'requested'],
  ['requested', { attemptStatus: 'WAITING_FOR_TRANSACTION' }, 'waiting-for-plug'],
  [
    'requested',
    { attemptStatus: 'WAITING_FOR_TRANSACTION', connectorOcpp: 'Preparing' },
    'accepted',
  ],
  // "started" is no session yet
  ['requested', { attemptStatus: 'STARTED' }, 'accepted'],
  ['accepted', { attemptStatus: 'STARTED', connectorOcpp: 'Charging' }, 'accepted'],
  // failures: true means failed, whatever the description says
  ['requested', { attemptStatus: 'REJECTED', isFailure: true }, 'rejected'],
  ['requested', { attemptStatus: 'Rejected' }, 'rejected'],
  ['accepted', { attemptStatus: 'ACCEPTED', isFailure: true }, 'failed'],
  ['accepted', { attemptStatus: 'FAILED', isFailure: true }, 'failed'],
  [
    'requested',
    { attemptStatus: 'X', isFailure: true, failureReason: 'Rejected: full' },
    'rejected',
  ],
  ['requested', { attemptStatus: 'TIMED_OUT', isFailure: true }, 'timed-out'],
  ['waiting-for-plug', { attemptStatus: 'EXPIRED', isFailure: true }, 'timed-out'],
  ['waiting-for-plug', { attemptStatus: 'expired' }, 'timed-out'],
  ['accepted', { attemptStatus: 'CANCELLED' }, 'failed'],
  // what the session says counts more
  ['accepted', { attemptStatus: 'ACCEPTED', chargelogStatus: 'started' }, 'charging'],
  ['requested', { chargelogStatus: 'STARTED' }, 'charging'],
  ['requested', { chargelogStatus: 'roaming_start' }, 'charging'],
  [
    'requested',
    { attemptStatus: 'FAILED', isFailure: true, chargelogStatus: 'started' },
    'charging',
  ],
  ['accepted', { chargelogStatus: 'stopped' }, 'charging'],
  ['accepted', { chargelogStatus: 'waiting_for_transaction' }, 'waiting-for-plug'],
  ['accepted', { chargelogStatus: 'roaming_waiting_for_transaction' }, 'waiting-for-plug'],
  [
    'requested',
    { chargelogStatus: 'waiting_for_transaction', connectorOcpp: 'Preparing' },
    'accepted',
  ],
  [
    'requested',
    { chargelogStatus: 'waiting_for_transaction', connectorOcpp: 'SuspendedEV' },
    'accepted',
  ],
  [
    'accepted',
    { attemptStatus: 'REJECTED', isFailure: true, chargelogStatus: 'waiting_for_transaction' },
    'rejected',
  ],
  // never backwards
  ['waiting-for-plug', { attemptStatus: 'ACCEPTED' }, 'waiting-for-plug'],
  ['waiting-for-plug', { attemptStatus: 'SENT' }, 'waiting-for-plug'],
  ['accepted', { attemptStatus: 'REQUESTED' }, 'accepted'],
  ['charging', { attemptStatus: 'FAILED', isFailure: true }, 'charging'],
  ['charging', { chargelogStatus: 'waiting_for_transaction' }, 'charging'],
  // unknown: sent, the answer lost
  ['unknown', {}, 'unknown'],
  ['unknown', { attemptStatus: 'SENT' }, 'unknown'],
  ['unknown', { attemptStatus: 'ACCEPTED' }, 'accepted'],
  ['unknown', { chargelogStatus: 'waiting_for_transaction' }, 'waiting-for-plug'],
  ['unknown', { chargelogStatus: 'started' }, 'charging'],
  // out of a failure leads only a session
  ['timed-out', { attemptStatus: 'ACCEPTED' }, 'timed-out'],
  ['timed-out', { chargelogStatus: 'waiting_for_transaction' }, 'timed-out'],
  ['timed-out', { chargelogStatus: 'started' }, 'charging'],
  ['rejected', { attemptStatus: 'ACCEPTED' }, 'rejected'],
  ['failed', { attemptStatus: 'TIMED_OUT', isFailure: true }, 'failed'],
  // words that nobody knows, and none at all
  ['requested', {}, 'requested'],
  ['accepted', { attemptStatus: 'SOMETHING_NEW' }, 'accepted'],
  ['accepted', { attemptStatus: 'constructor' }, 'accepted'],
  ['accepted', { chargelogStatus: 'hovering', attemptStatus: 'ACCEPTED' }, 'accepted'],
  ['requested', { chargelogStatus: 'toString' }, 'requested'],
  ['requested', { attemptStatus: 'ACCEPTED', connectorOcpp: 'Levitating' }, 'accepted'],
]

describe('the table from the platform’s words to the step shown', () => {
  it.each(rows)('%s and %o make %s', (from, evidence, to) => {
    expect(nextStep(from, { ...nothing, ...evidence })).toBe(to)
  })
})

const words: [to: StartStep, words: string][] = [
  ['requested', 'created new pending queued requested sending sent'],
  ['accepted', 'accepted success started'],
  [
    'waiting-for-plug',
    'waiting_for_transaction waiting_for_plug waiting_for_vehicle Waiting-for-Plug',
  ],
  ['rejected', 'rejected refused denied'],
  ['failed', 'failed failure error canceled cancelled'],
  ['timed-out', 'timeout timed_out expired'],
]

describe('the words of an attempt', () => {
  const told = words.flatMap(([to, all]) => all.split(' ').map((word) => [word, to] as const))
  it.each(told)('%s is %s', (attemptStatus, to) => {
    expect(nextStep('chosen', { ...nothing, attemptStatus })).toBe(to)
  })

  it.each(['Preparing', 'Charging', 'SuspendedEV', 'SuspendedEVSE'])(
    'wait for no plug where the connector says %s',
    (connectorOcpp) => {
      const evidence = { ...nothing, attemptStatus: 'waiting_for_plug', connectorOcpp }
      expect(nextStep('chosen', evidence)).toBe('accepted')
    },
  )

  it.each(['Available', 'Finishing', 'Levitating', ''])(
    'wait for the plug where the connector says %j',
    (connectorOcpp) => {
      const evidence = { ...nothing, attemptStatus: 'waiting_for_plug', connectorOcpp }
      expect(nextStep('chosen', evidence)).toBe('waiting-for-plug')
    },
  )

  it.each([
    [{ attemptStatus: 'X', failureReason: 'timed out' }, 'timed-out'],
    [{ attemptStatus: 'TIMEOUT', failureReason: 'rejected' }, 'rejected'],
    [{ attemptStatus: 'X', failureReason: 'out of order' }, 'failed'],
    [{}, 'failed'],
  ] as const)('count by the reason where it has failed: %j', (evidence, to) => {
    expect(nextStep('chosen', { ...nothing, ...evidence, isFailure: true })).toBe(to)
  })

  it('say nothing where they do not fail, whatever the reason is', () => {
    const evidence = { ...nothing, attemptStatus: 'X', failureReason: 'rejected' }
    expect(nextStep('requested', evidence)).toBe('requested')
  })
})
