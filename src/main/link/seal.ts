import { createHmac, hkdfSync } from 'node:crypto'
import { CompactEncrypt, compactDecrypt } from 'jose'
import { factSchema, type Fact } from './fact.ts'

/** Seals what goes through a broker that is nobody's: a compact JWE (RFC 7516), direct, AES-256-GCM. */
export interface Seal {
  /** The last parts of a fact's topic: who says it, and what nobody without the key can read. */
  topicOf(fact: Pick<Fact, 'kind' | 'subject' | 'stamp'>): string
  seal(topic: string, fact: Fact): Promise<string>
  /** Throws where it was not sealed with this key for this very topic, or does not say what its topic says. */
  open(topic: string, sealed: string): Promise<Fact>
}

/** Nothing that a terminal says is longer, sealed. */
export const MOST_SEALED_BYTES = 8_192

const utf8 = new TextEncoder()

/** @param key the site's: 32 bytes in Base64url */
export function createSeal(key: string): Seal {
  const keyFor = (use: string): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', Buffer.from(key, 'base64url'), '', `forecourt ${use}`, 32))
  const sealing = keyFor('link seal')
  const naming = keyFor('link topic')
  const topicOf: Seal['topicOf'] = ({ kind, subject, stamp }) => {
    const name = createHmac('sha256', naming).update(`${kind} ${subject}`).digest('base64url')
    return `facts/${stamp.by}/${name}`
  }
  return {
    topicOf,
    // The header is authenticated: what was said at one topic is refused at every other.
    seal: (topic, fact) =>
      new CompactEncrypt(utf8.encode(JSON.stringify(fact)))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', topic })
        .encrypt(sealing),
    async open(topic, sealed) {
      if (sealed.length > MOST_SEALED_BYTES) throw new RangeError('It is too long.')
      const { plaintext, protectedHeader } = await compactDecrypt(sealed, sealing, {
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      })
      const fact = factSchema.parse(JSON.parse(new TextDecoder().decode(plaintext)))
      if (protectedHeader['topic'] !== topic || topicOf(fact) !== topic)
        throw new TypeError('It was said elsewhere.')
      return fact
    },
  }
}
