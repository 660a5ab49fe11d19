import { vi } from 'vitest'

/** A condition is waited for, not a speed: the machine may be busy. */
const TIMEOUT_MS = 60_000
const { waitFor } = vi

const waitPatiently: typeof waitFor = (check, options) => {
  const given = typeof options === 'number' ? { timeout: options } : options
  return waitFor(check, { timeout: TIMEOUT_MS, ...given })
}

// Files of one worker share what is set here.
if (waitFor.name !== 'waitPatiently') vi.waitFor = waitPatiently
