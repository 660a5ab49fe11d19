import type { Connector } from '#contract/site.ts'

/** The status words that the platform reports for a connector; empty where it reports none. */
export const reportedWords = ({ reported }: Connector): string[] =>
  [reported?.ocpp, reported?.calculated, reported?.simple].filter((word) => word != null)
