import { getNamedType, isLeafType, isNullableType } from 'graphql'
import type { Answers } from './answer.ts'

/** Without these no plug could be used, and no screen beyond the board reached. */
const KEPT: ReadonlySet<string> = new Set([
  'AttemptRemoteStartResponse.chargeLogId',
  'ConnectorStatus.ocpp',
  'Query.hasPaymentMedium',
  'RemoteStartResponse.attemptId',
  'RemoteStartWithPreauthResponse.redirectUrl',
  'RemoteStartWithPreauthResponse.remoteStartPreauthId',
  'Site.id',
])

/** The same answers, but of each thing only what is required. */
export const sparse =
  (answers: Answers): Answers =>
  (asked) =>
    isNullableType(asked.returns) &&
    isLeafType(getNamedType(asked.returns)) &&
    !KEPT.has(asked.name)
      ? null
      : answers(asked)

/** The same answers, but whatever may be null is null: lists, things and all. */
export const bare =
  (answers: Answers): Answers =>
  (asked) =>
    isNullableType(asked.returns) ? null : answers(asked)
