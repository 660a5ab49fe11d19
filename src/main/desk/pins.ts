import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** A PIN as it is kept: salted, and slow to compute (scrypt, 32 MB). base64url. */
export interface PinHash {
  readonly salt: string
  readonly hash: string
}

const SALT_BYTES = 16
const HASH_BYTES = 32
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }

const derive = promisify<string, Buffer, number, typeof cost, Buffer>(scrypt)

export async function hashPin(pin: string): Promise<PinHash> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await derive(pin, salt, HASH_BYTES, cost)
  return { salt: salt.toString('base64url'), hash: hash.toString('base64url') }
}

/** Whether the given PIN is the kept one, compared in constant time. */
export async function isPin(kept: PinHash, given: string): Promise<boolean> {
  const hash = Buffer.from(kept.hash, 'base64url')
  const tried = await derive(given, Buffer.from(kept.salt, 'base64url'), HASH_BYTES, cost)
  return hash.length === tried.length && timingSafeEqual(hash, tried)
}
