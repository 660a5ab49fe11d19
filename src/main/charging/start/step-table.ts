import type { StartStep } from '#contract/charging.ts'
import { advance } from '#main/charging/ledger/start-steps.ts'
import {
  saysRejected,
  saysTimedOut,
  sessionStatus,
  statusWord,
} from '#main/charging/api/status-words.ts'

/** What is known of a start at one moment; null where nothing was delivered. */
export interface StartEvidence {
  /** `AttemptRemoteStartResponse.status`, free text (L3119). */
  attemptStatus: string | null
  /** True means failed, whatever its description says (L3110). */
  isFailure: boolean
  failureReason: string | null
  /** `Chargelog.status` of the session that belongs to the start. */
  chargelogStatus: string | null
  /** The connector's OCPP status. */
  connectorOcpp: string | null
}

const attemptSteps: ReadonlyMap<string, StartStep> = new Map([
  ...each('requested', 'created new pending queued requested sending sent'),
  // An attempt that says "started" is no session yet: only a chargelog is.
  ...each('accepted', 'accepted success started'),
  ...each('waiting-for-plug', 'waitingfortransaction waitingforplug waitingforvehicle'),
  ...each('rejected', 'rejected refused denied'),
  ...each('failed', 'failed failure error canceled cancelled'),
  ...each('timed-out', 'timeout timedout expired'),
])

/** The cable is in already: nobody should be asked to plug in. */
const pluggedIn: ReadonlySet<string> = new Set([
  'preparing',
  'charging',
  'suspendedev',
  'suspendedevse',
])

/**
 * The step that a start is in: the one place where the platform's words become ours.
 * Unknown words keep the last step.
 */
export function nextStep(last: StartStep, evidence: StartEvidence): StartStep {
  return advance(last, stepBySession(evidence) ?? stepByAttempt(evidence) ?? last)
}

function stepBySession(evidence: StartEvidence): StartStep | null {
  // Stryker disable next-line ConditionalExpression: no status would be an unknown one, which says nothing either
  if (evidence.chargelogStatus === null) return null
  const status = sessionStatus(evidence.chargelogStatus)
  if (status === 'charging' || status === 'stopped') return 'charging'
  return status === 'waiting' && !evidence.isFailure ? waiting(evidence) : null
}

function stepByAttempt(evidence: StartEvidence): StartStep | null {
  const { attemptStatus, failureReason } = evidence
  if (evidence.isFailure) {
    if (saysRejected(attemptStatus) || saysRejected(failureReason)) return 'rejected'
    if (saysTimedOut(attemptStatus) || saysTimedOut(failureReason)) return 'timed-out'
    return 'failed'
  }
  const step = attemptSteps.get(statusWord(attemptStatus)) ?? null
  if (step === 'waiting-for-plug') return waiting(evidence)
  const isEmpty = statusWord(evidence.connectorOcpp) === 'available'
  return step === 'accepted' && isEmpty ? 'waiting-for-plug' : step
}

const waiting = ({ connectorOcpp }: StartEvidence): StartStep =>
  pluggedIn.has(statusWord(connectorOcpp)) ? 'accepted' : 'waiting-for-plug'

function each(step: StartStep, words: string): [string, StartStep][] {
  return words.split(' ').map((word) => [word, step])
}
