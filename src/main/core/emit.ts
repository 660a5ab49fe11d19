import type { EventName, EventPayload } from '#contract/events.ts'

/** Pushes an event to the renderer; without a window it goes nowhere. */
export type Emit = <N extends EventName>(name: N, payload: EventPayload<N>) => void
