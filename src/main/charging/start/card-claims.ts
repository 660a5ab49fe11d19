/** Starts by guests' own cards whose card was scanned again in this visit. */
export interface CardClaims {
  isClaimed(startId: string): boolean
  claim(startId: string): void
  /** The guest has gone: the card must be scanned again. */
  clear(): void
}

export function createCardClaims(): CardClaims {
  const claimed = new Set<string>()
  return {
    isClaimed: (startId) => claimed.has(startId),
    claim: (startId) => void claimed.add(startId),
    clear: () => {
      claimed.clear()
    },
  }
}
