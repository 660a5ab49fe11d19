import { networkInterfaces } from 'node:os'
import type { Clock } from '#common/clock.ts'

const LOOK_EVERY_MS = 1_000

/** Tells when the machine's own link comes, goes or changes its address. Returns the end of it. */
export function watchMachineLink(clock: Clock, onChange: () => void): () => void {
  let known = addresses()
  let cancel = (): void => undefined
  const look = (): void => {
    const now = addresses()
    if (now !== known) onChange()
    known = now
    cancel = clock.setTimer(LOOK_EVERY_MS, look)
  }
  look()
  return () => {
    cancel()
  }
}

function addresses(): string {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
  return all
    .filter(({ internal }) => !internal)
    .map(({ address }) => address)
    .toSorted()
    .join()
}
