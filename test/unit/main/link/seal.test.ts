import { randomBytes, randomUUID } from 'node:crypto'
import { CompactEncrypt } from 'jose'
import { describe, expect, it } from 'vitest'
import { createClock } from '#common/clock.ts'
import type { Fact } from '#main/link/fact.ts'
import { createSeal } from '#main/link/seal.ts'
import { createStamps, isLater, type Stamp } from '#main/link/stamp.ts'
import { brokerUrlOf, listenAddressOf } from '#main/settings/broker-address.ts'
import { readLinkSettings } from '#main/settings/link-settings.ts'

const KEY = randomBytes(32).toString('base64url')
const by = randomUUID()
const fact: Fact = {
  ...{ kind: 'booking', subject: 'session-1', value: 'Room 214', expiresAtMs: 2_000 },
  stamp: { ms: 1_000, count: 0, by },
}

describe('what is sealed', () => {
  const seal = createSeal(KEY)
  const topic = seal.topicOf(fact)

  it('is read with the key of the site, at its own topic', async () => {
    const sealed = await seal.seal(topic, fact)
    expect(await createSeal(KEY).open(topic, sealed)).toEqual(fact)
    expect(topic + sealed).not.toContain('session-1')
    expect(sealed).not.toBe(await seal.seal(topic, fact))
  })

  it.each([
    ['another key', createSeal(randomBytes(32).toString('base64url')), fact, topic],
    ['another topic', seal, fact, `${topic}x`],
    ['the topic of another subject', seal, { ...fact, subject: 'session-2' }, topic],
    [
      'the topic of another terminal',
      seal,
      { ...fact, stamp: { ...fact.stamp, by: randomUUID() } },
      topic,
    ],
    ['more than it may say', seal, { ...fact, more: 1 } as Fact, topic],
    ['a text without end', seal, { ...fact, value: 'x'.repeat(9_000) }, topic],
  ])('is refused with %s', async (_, sealedBy, said, at) => {
    const sealed = await sealedBy.seal(at === topic ? at : topic, said)
    await expect(seal.open(at, sealed)).rejects.toThrow()
  })

  it('is refused by another algorithm, and as anything else', async () => {
    const wrapped = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(fact)))
      .setProtectedHeader({ alg: 'A256KW', enc: 'A256GCM', topic })
      .encrypt(Buffer.from(KEY, 'base64url'))
    for (const text of [wrapped, '', '{}', 'a.b.c.d.e', '\0'.repeat(50)])
      await expect(seal.open(topic, text)).rejects.toThrow()
  })
})

describe('the order of what is said', () => {
  it('is the same from both sides, and no two are equal', () => {
    const [a, b] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
    const stamps: Stamp[] = [1, 2].flatMap((ms) =>
      [0, 1].flatMap((count) => [a, b].map((id) => ({ ms, count, by: id }))),
    )
    for (const [i, left] of stamps.entries())
      for (const [j, right] of stamps.entries()) expect(isLater(left, right)).toBe(i > j)
  })

  it('goes on after what was heard, also with a clock that is behind', () => {
    const clock = createClock({ startMs: 5_000, speed: 0 })
    const stamps = createStamps(by, clock, null)
    const heard = { ms: 9_000, count: 3, by: randomUUID() }
    const before = stamps.next()
    stamps.saw(heard)
    const after = stamps.next()
    expect([isLater(heard, before), isLater(after, heard)]).toEqual([true, true])
  })
})

describe('the settings of the link', () => {
  it.each([
    ['mqtts://broker.hotel.example', 'mqtts://broker.hotel.example:8883'],
    ['mqtt://127.0.0.1', 'mqtt://127.0.0.1:1883'],
    ['mqtt://broker.hotel.example', null],
    ['mqtts://user:word@broker.hotel.example', null],
    ['https://broker.hotel.example', null],
    ['broker', null],
  ])('%s is read as %s', (text, url) => {
    expect(brokerUrlOf(text)).toBe(url)
  })

  it('a broker listens at an address with a port', () => {
    expect(listenAddressOf('0.0.0.0:8883')).toMatchObject({ port: 8883, isThisMachine: false })
    expect(listenAddressOf('[::1]:1883')).toMatchObject({ host: '::1', isThisMachine: true })
    for (const text of ['8883', 'host:8883', '0.0.0.0:99999'])
      expect(listenAddressOf(text)).toBeNull()
  })

  it('a link without key, and a broker that others would hear in clear, are off and named', () => {
    const values = {
      link: { url: 'mqtts://broker.example', site: 'mozart', user: 'u', broker: '0.0.0.0:8883' },
    }
    const off = readLinkSettings(values, { link: { password: 'p' } })
    expect(off.settings).toMatchObject({ link: null, broker: null })
    expect(off.settings.incomplete).toEqual(['link.url', 'link.broker'])
    const on = readLinkSettings(values, { link: { key: KEY } })
    expect(on.settings.link).toMatchObject({ site: 'mozart', key: KEY })
  })

  it.each(['brokerCertificate', 'brokerCertificateKey'])(
    'a broker that has %s alone is off beyond this machine: it would listen in clear',
    (half) => {
      const provision = { link: { user: 'u', password: 'p', [half]: '/etc/half.pem' } }
      const at = (broker: string) =>
        readLinkSettings({ link: { broker } }, provision).settings.broker
      expect(at('0.0.0.0:8883')).toBeNull()
      expect(at('127.0.0.1:1883')).not.toBeNull()
    },
  )

  it('names what is wrong without telling a secret', () => {
    const { problems } = readLinkSettings({ link: { url: 'mqtt://far.example', key: KEY } }, null)
    expect(problems.map(({ source }) => source.split(' ')[0])).toEqual(['link.url', 'link.key'])
    const wrongSite = readLinkSettings({ link: { site: 'a/b' } }, null)
    expect(wrongSite.problems).toHaveLength(1)
    expect(JSON.stringify(problems)).not.toContain(KEY)
  })
})
