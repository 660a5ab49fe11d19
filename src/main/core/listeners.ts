/** A set of listeners without arguments. */
export interface Listeners {
  add: (listener: () => void) => () => void
  tell: () => void
  /** Runs `run` without telling anybody; returns whether there was something to tell. */
  hold: (run: () => void) => boolean
}

export function createListeners(): Listeners {
  const listeners = new Set<() => void>()
  let isHeld = false
  let wasTold = false
  return {
    add(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell() {
      wasTold = true
      if (!isHeld) for (const listener of listeners) listener()
    },
    hold(run) {
      isHeld = true
      wasTold = false
      try {
        run()
      } finally {
        isHeld = false
      }
      return wasTold
    },
  }
}
