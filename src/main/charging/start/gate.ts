import type { ErrorCode } from '#contract/errors.ts'
import type { StartBlock } from '#contract/site.ts'
import type { KnownConnector } from '#main/charging/api/known-connector.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import { startBlock, type ReportedStatus } from '#main/site/state.ts'

const codes: Readonly<Record<StartBlock, ErrorCode>> = {
  busy: 'connector-busy',
  late: 'connector-late',
  'start-open': 'start-open',
  'out-of-order': 'connector-not-startable',
  maintenance: 'connector-not-startable',
  'on-the-spot': 'connector-not-startable',
  'show-only': 'connector-not-startable',
  unknown: 'connector-not-startable',
}

/** Throws a CommandError unless the live model, which must be fresh, lets a start through. */
export function assertStartable(connector: KnownConnector | null): void {
  if (!connector) throw new CommandError(failureOf('not-found', 'No such connector at this site.'))
  if (connector.freshness !== 'live') {
    throw new CommandError(failureOf('connector-late', 'The connector is not known to be live.'))
  }
  refuse(connector.startBlock)
}

/** Throws a CommandError when the platform, asked just now, does not let a start through. */
export function assertStillFree(status: ReportedStatus): void {
  refuse(
    startBlock({
      ...status,
      freshness: 'live',
      ownSession: 'none',
      ownStart: 'none',
      inMaintenance: false,
      remoteCommands: null,
    }),
  )
}

function refuse(block: StartBlock | null): void {
  if (block === null) return
  throw new CommandError(failureOf(codes[block], `A start is off here: ${block}.`))
}
