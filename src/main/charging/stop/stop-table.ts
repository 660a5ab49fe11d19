import type { Failure } from '#contract/errors.ts'
import { failureOf } from '#main/core/errors.ts'
import type { StopAnswer } from '#main/charging/api/charging-api.ts'
import { saysRejected, statusWord } from '#main/charging/api/status-words.ts'

const saysFailed = /fail|error|unsupported|notpossible|unknown/

/**
 * Why a stop was refused, or null when it was accepted. The answer's status is free text, and HTTP is
 * fine either way (operation `remoteStop`, L2579); the numeric code counts where there is no status.
 */
export function stopRefusal(answer: StopAnswer): Failure | null {
  if (!answer) return null
  const { status, code, message, title } = answer
  const isRefused =
    statusWord(status) === ''
      ? saysRejected(message) || (code ?? 0) >= 400
      : saysRejected(status) || saysFailed.test(statusWord(status))
  if (!isRefused) return null
  const details: Record<string, string> = {}
  if (status !== null) details['status'] = status
  if (message !== null) details['message'] = message
  if (title !== null) details['title'] = title
  const reason = message ?? title ?? 'The station refused to stop.'
  return { ...failureOf('rejected', reason, details), retryable: true }
}
