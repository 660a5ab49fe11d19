import { vi } from 'vitest'

/** What a page has beside its document: nothing is idle, sizes are told at once, no task waits. */
export function stubPage(): void {
  vi.stubGlobal('requestIdleCallback', () => 0)
  vi.stubGlobal('scheduler', { yield: () => Promise.resolve() })
  vi.stubGlobal('ResizeObserver', InstantObserver)
}

class InstantObserver {
  readonly #tell: () => void

  constructor(callback: (entries: readonly unknown[]) => void) {
    this.#tell = () => {
      callback([])
    }
  }

  observe(): void {
    queueMicrotask(this.#tell)
  }

  unobserve(): void {
    // Nothing changes its size here.
  }

  disconnect(): void {
    // Nothing changes its size here.
  }
}
