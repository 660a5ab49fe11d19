import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readProvision } from '#main/provision/read.ts'

const told = (text: string, env: NodeJS.ProcessEnv = {}): string[] => {
  const reading = readProvision(text, env)
  return reading.ok
    ? []
    : reading.faults.map(({ line, text: fault }) => `${String(line)}: ${fault}`)
}
const read = (value: unknown, env: NodeJS.ProcessEnv = {}): unknown => {
  const reading = readProvision(JSON.stringify(value, null, 2), env)
  return reading.ok ? reading.document : reading.faults
}

/** Gone with the test. */
function createFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'credentials-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  return folder
}

const MANAGER = { name: 'Max', role: 'manager', pin: '471108' }

describe('a provisioning file', () => {
  it('says everything that can be resolved', () => {
    const all = {
      $schema: 'terminal.schema.json',
      endpoint: 'https://p.example/graphql/',
      key: 'k',
      username: 'u',
      password: 'p',
      stations: ['a', 'b'],
      timeZone: 'Europe/Vienna',
      language: 'de',
      kiosk: true,
      secrets: 'file',
      stopCodeKey: 'a'.repeat(43),
      guest: { cards: 'booking', byCard: { c1: 'hidden' }, dimAfterMinutes: null },
      desk: { lockAfterMinutes: 2, people: [{ name: 'Ida', role: 'staff', pin: '2468' }, MANAGER] },
      branding: { name: 'Hotel Mozart', accent: '#0b5c3b' },
    }
    expect(read(all)).toEqual(all)
  })

  it('takes secrets from the environment', () => {
    const file = { key: '${KEY}', desk: { people: [{ ...MANAGER, pin: '${PIN}' }] } }
    expect(read(file, { KEY: 'k-1', PIN: '908172' })).toMatchObject({
      key: 'k-1',
      desk: { people: [{ pin: '908172' }] },
    })
  })

  it('takes secrets from files beside it or elsewhere, without the end of their last line', () => {
    const folder = createFolder()
    writeFileSync(path.join(folder, 'key'), 'k-1\n')
    writeFileSync(path.join(folder, 'pass'), 'two words')
    const file = { key: '${file:key}', password: `\${file:${path.join(folder, 'pass')}}` }
    expect(readProvision(JSON.stringify(file), {}, folder)).toMatchObject({
      document: { key: 'k-1', password: 'two words' },
    })
  })

  it('tells the line of a file that is missing, empty or too large, and nothing of what is in it', () => {
    const folder = createFolder()
    writeFileSync(path.join(folder, 'empty'), '\n')
    writeFileSync(path.join(folder, 'large'), 'x'.repeat(70_000))
    const faultOf = (name: string): unknown =>
      readProvision(`{\n  "key": "\${file:${name}}"\n}`, {}, folder)
    const fault = (text: string) => ({ ok: false, faults: [{ line: 2, text }] })
    expect(faultOf('none')).toEqual(
      fault('${file:none} cannot be read; it must be a file that holds one value.'),
    )
    expect(faultOf('empty')).toEqual(fault('${file:empty} is empty; it must hold one value.'))
    // A folder, as a pipe or a device, has no end that could be waited for.
    expect(faultOf('.')).toEqual(
      fault('${file:.} cannot be read; it must be a file that holds one value.'),
    )
    expect(faultOf('large')).toEqual(fault('${file:large} is too large; it must hold one value.'))
  })

  it('tells the line of a variable that is missing, and its name alone', () => {
    expect(told('{\n  "key": "${KEY}",\n  "password": "x${PASS}"\n}', { KEY: 'k' })).toEqual([
      '3: ${PASS} is not set in the environment; it must be.',
    ])
  })

  it('tells a name that is unknown, and those that are known there', () => {
    expect(told('{\n "language": "de",\n "guest": {\n  "card": "open" }\n}')).toEqual([
      expect.stringMatching(
        /^4: "card" is unknown; it must be one of languages, .*cards/,
      ) as unknown,
    ])
    expect(told('{ "enpoint": "x" }')[0]).toContain(
      '"enpoint" is unknown; it must be one of endpoint',
    )
  })

  it.each([
    ['{\n"endpoint": "http://p.example/"}', '2: endpoint: "http://p.example/" cannot be used'],
    ['{\n"timeZone": "Mars"}', '2: timeZone: "Mars" cannot be used; it must be an IANA time zone'],
    [
      '{\n"guest": {\n"cards": "opne"}}',
      '3: guest.cards: "opne" cannot be used; it must be "open"',
    ],
    ['{\n"desk":{"lockAfterMinutes":\n0}}', '3: desk.lockAfterMinutes: 0 cannot be used'],
    [
      '{"site": "s",\n"stations": ["a"]}',
      '2: stations: the array cannot be used; it must be left out',
    ],
    [
      '{"branding": {\n"accent": "#ffd500"}}',
      '2: branding.accent: "#ffd500" cannot be used; it must be a',
    ],
    [
      '{"branding":\n{"logo": "none.png"}}',
      '2: branding.logo cannot be used: the file cannot be read',
    ],
    ['[]', '1: The file cannot be used; it must be an object of settings.'],
    ['', '1: The file is empty; it must be an object of settings.'],
    ['{\n// no\n}', '2: A comment cannot be used'],
    ['{\n"site": "s",\n}', '3: A comma before "}" cannot be used; it must be left out.'],
    ['{\n"site" "s"}', '2: This is no JSON (ColonExpected)'],
    ['{"site": "s",\n"site": "t"}', '2: "site" is there twice; it must be there once.'],
  ])('tells line, reason and what would be right: %j', (text, start) => {
    expect(told(text)).toEqual([expect.stringContaining(start) as unknown])
    expect(told(text)[0]?.startsWith(start)).toBe(true)
  })

  it.each(['"language": "deutsch"', '"language": "xx"', '"guest": {"languages": ["de", "ja"]}'])(
    'refuses a language that the terminal does not speak, and says which it does: %s',
    (setting) => {
      expect(told(`{${setting}}`)).toEqual([
        expect.stringMatching(/cannot be used; it must be .*one of en, de, cs, da/),
      ])
    },
  )

  it('tells every fault at once, in the order of lines', () => {
    const faults = told('{\n"language": "no such",\n"kiosk": "yes",\n"key": "${NOPE}"}')
    expect(faults.map((fault) => fault[0])).toEqual(['2', '3', '4'])
  })

  it('tells what is wrong with people, and never a PIN', () => {
    const file = (people: unknown): string => JSON.stringify({ desk: { people } }, null, 1)
    const short = told(file([{ name: 'Max', role: 'manager', pin: '9182' }]))
    expect(short.join()).toContain('desk.people[0].pin: (hidden) cannot be used')
    expect(short.join()).not.toContain('9182')
    expect(told(file([{ name: 'Ida', role: 'staff', pin: '2468' }]))[0]).toContain('a manager')
    expect(told(file([MANAGER, { ...MANAGER, name: 'Eva' }]))[0]).toContain('a PIN of their own')
    expect(told(file([{ name: 'Max', role: 'manager' }]))[0]).toContain(
      'desk.people[0].pin is missing',
    )
  })

  it('tells no other secret', () => {
    const faults = told('{"key": 4711, "password": "", "stopCodeKey": "geheim"}').join()
    expect(faults).not.toMatch(/4711|geheim/)
    expect(faults).toContain('(hidden)')
  })
})
