import type { CdpSession } from '../cdp/connection.ts'
import type { TraceEvent } from '../cdp/protocol.ts'

/** A page that has just loaded has other things to do. */
const FIRST_AFTER_MS = 1_000
/** There is one trace at a time in a Chromium, which others share. */
const AGAIN_AFTER_MS = 300
const MOST_TRIES = 20
const CATEGORY = 'disabled-by-default-devtools.timeline'

/**
 * Finds the id of the process that a frame is in. The protocol says it in one place: the head of
 * a trace. Answers 0 where that is not to be had.
 */
export function createProcessFinder(session: CdpSession, frame: string): () => Promise<number> {
  let found = 0
  let complete = (): void => undefined
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) found = processOf(event, frame) ?? found
  })
  session.on('Tracing.tracingComplete', () => {
    complete()
  })
  const trace = async (): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>()
    complete = resolve
    await session.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: [CATEGORY], excludedCategories: ['*'] },
    })
    await session.send('Tracing.end', {})
    await promise
  }
  return async () => {
    found = 0
    await pause(FIRST_AFTER_MS)
    for (let tries = 0; found === 0 && tries < MOST_TRIES; tries += 1)
      await trace().catch(() => pause(AGAIN_AFTER_MS))
    return found
  }
}

function processOf({ name, args }: TraceEvent, frame: string): number | undefined {
  if (name !== 'TracingStartedInBrowser') return undefined
  return args.data?.frames?.find((each) => each.frame === frame)?.processId
}

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref()
  })
