import { platformTimeMs } from '#common/platform-time.ts'

const DAY_MS = 24 * 3_600_000
const DAY_ALONE = /^\s*\d{4}-\d{2}-\d{2}\s*$/

/**
 * Until when a card may charge (`Card.expiryDate`, L3265) as epoch ms; null where that is not told or cannot
 * be read. A day without a time counts to its end.
 */
export function cardEndMs(expiryDate: string | null): number | null {
  const atMs = platformTimeMs(expiryDate)
  return atMs !== null && DAY_ALONE.test(expiryDate ?? '') ? atMs + DAY_MS : atMs
}

/** Whether a card has expired; one that tells no end has not. */
export function isExpired(
  { expiryDate }: { readonly expiryDate: string | null },
  platformNowMs: number,
): boolean {
  const endMs = cardEndMs(expiryDate)
  return endMs !== null && endMs <= platformNowMs
}
