/** A typed event inside the simulator. */
export interface Signal<T> {
  on(listener: (value: T) => void): void
  emit(value: T): void
}

export function createSignal<T>(): Signal<T> {
  const listeners: ((value: T) => void)[] = []
  return {
    on(listener) {
      listeners.push(listener)
    },
    emit(value) {
      for (const listener of listeners) listener(value)
    },
  }
}
