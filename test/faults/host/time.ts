interface Timer {
  dueMs: number
  readonly everyMs: number | null
  readonly run: () => void
}

/** The process's time, which only moves when the suite moves it. */
export interface HostTime {
  /** Runs every timer on the way, in order; promises that they resolve run before time moves on. */
  advance(toMs: number): Promise<void>
}

const realSetTimeout = globalThis.setTimeout
export const realNow = performance.now.bind(performance)
export const realSleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    realSetTimeout(resolve, Math.max(0, ms))
  })

/**
 * Puts timers, `Date.now`, `performance.now` and time limits of requests on a time that stands still
 * at `startMs` (epoch ms): the terminal's main and the simulator then share one clock, which the suite
 * moves. What Node does by itself (files, sockets, threads) takes real time.
 */
export function takeOverTime(startMs: number): HostTime {
  const timers = new Set<Timer>()
  let nowMs = startMs

  const begin = (run: () => void, delayMs: number, everyMs: number | null): object => {
    const timer: Timer = { dueMs: nowMs + Math.max(0, delayMs), everyMs, run }
    timers.add(timer)
    return handleOf(timer, timers)
  }
  const timerOf = (handle: unknown): Timer | undefined =>
    typeof handle === 'object' && handle !== null ? handles.get(handle) : undefined
  const end = (handle: unknown): void => {
    const timer = timerOf(handle)
    if (timer) timers.delete(timer)
  }
  type Run = (...args: unknown[]) => void
  Object.assign(globalThis, {
    setTimeout: (run: Run, delayMs = 0, ...args: unknown[]) =>
      begin(() => run(...args), delayMs, null),
    setInterval: (run: Run, everyMs = 1, ...args: unknown[]) =>
      begin(() => run(...args), everyMs, Math.max(1, everyMs)),
    clearTimeout: end,
    clearInterval: end,
  })
  Date.now = () => Math.round(nowMs)
  performance.now = () => nowMs - startMs
  AbortSignal.timeout = (delayMs) => {
    const controller = new AbortController()
    begin(() => controller.abort(new DOMException('Timed out.', 'TimeoutError')), delayMs, null)
    return controller.signal
  }

  return {
    async advance(toMs) {
      for (let timer = nextOf(timers); timer && timer.dueMs <= toMs; timer = nextOf(timers)) {
        nowMs = Math.max(nowMs, timer.dueMs)
        if (timer.everyMs === null) timers.delete(timer)
        else timer.dueMs += timer.everyMs
        timer.run()
        await turn()
      }
      nowMs = Math.max(nowMs, toMs)
    },
  }
}

/** What is ready has run. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const handles = new WeakMap<object, Timer>()

/** As much of Node's `Timeout` as anybody asks of it. */
function handleOf(timer: Timer, timers: Set<Timer>): object {
  const delayMs = timer.dueMs - Date.now()
  const handle = {
    ref: () => handle,
    unref: () => handle,
    hasRef: () => false,
    refresh: () => {
      timer.dueMs = Date.now() + delayMs
      timers.add(timer)
      return handle
    },
    close: () => timers.delete(timer),
  }
  handles.set(handle, timer)
  return handle
}

function nextOf(timers: ReadonlySet<Timer>): Timer | undefined {
  let next: Timer | undefined
  for (const timer of timers) if (!next || timer.dueMs < next.dueMs) next = timer
  return next
}
