import type { StartBlock } from '#contract/site.ts'
import type { ErrorCode } from '#contract/errors.ts'
import { CommandError, failureOf } from '#main/errors.ts'
import type { ConnectorFacts } from './starter.ts'

const codes: Readonly<Record<StartBlock, ErrorCode>> = {
  busy: 'connector-busy',
  late: 'connector-late',
  'start-open': 'start-open',
  'out-of-order': 'connector-not-startable',
  maintenance: 'connector-not-startable',
  'on-the-spot': 'connector-not-startable',
  unknown: 'connector-not-startable',
}

/** Throws a CommandError unless the snapshot, which must be live, lets a start through. */
export function assertStartable(connector: ConnectorFacts | null): void {
  if (!connector) throw new CommandError(failureOf('not-found', 'No such connector at this site.'))
  if (connector.freshness !== 'live') {
    throw new CommandError(
      failureOf('connector-late', 'The state of the connector is not known now.'),
    )
  }
  const { startBlock } = connector
  if (startBlock !== null) {
    throw new CommandError(failureOf(codes[startBlock], `A start is off here: ${startBlock}.`))
  }
}
