import type { LiveModel, LiveUpdate } from '#contract/live.ts'
import { ask } from '../bridge.ts'

const ASK_AGAIN_MS = 1000

export interface Updates {
  receive(update: LiveUpdate): void
  /** Asks for the whole model until it comes; differences wait meanwhile. */
  load(): Promise<void>
}

/** The differences in their order, each once: where one is missing, the whole model is asked for. */
export function createUpdates(model: {
  fill(whole: LiveModel): void
  apply(update: LiveUpdate): void
}): Updates {
  let revision = -1
  let asking = false
  let waiting: LiveUpdate[] = []

  function receive(update: LiveUpdate): void {
    if (asking) waiting.push(update)
    else if (update.revision === revision + 1) {
      revision = update.revision
      model.apply(update)
    } else if (update.revision > revision) void load()
  }

  async function load(): Promise<void> {
    asking = true
    waiting = []
    try {
      const whole = await ask('live.model', {})
      // A thousand connectors come over the bridge in one task, and are drawn in the next.
      await scheduler.yield()
      revision = whole.revision
      model.fill(whole)
    } catch {
      setTimeout(() => void load(), ASK_AGAIN_MS)
      return
    }
    asking = false
    const missed = waiting
    waiting = []
    for (const update of missed) receive(update)
  }

  return { receive, load }
}
