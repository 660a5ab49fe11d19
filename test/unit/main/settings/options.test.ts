import { describe, expect, it } from 'vitest'
import { readFlags } from '#main/settings/option-flags.ts'
import { describeProblem, optionsHelp, parseOptions } from '#main/settings/options.ts'

function options(argv: string[], env: NodeJS.ProcessEnv = {}, file?: unknown) {
  const parsed = parseOptions(argv, env, file)
  if (!parsed.ok) throw new Error(parsed.problems.map(describeProblem).join('\n'))
  return parsed.options
}

function problems(argv: string[], env: NodeJS.ProcessEnv = {}, file?: unknown) {
  const parsed = parseOptions(argv, env, file)
  return parsed.ok ? [] : parsed.problems
}

describe('options', () => {
  it('show the hotel of the demo network when nothing is told', () => {
    expect(options([])).toMatchObject({
      demo: true,
      endpoint: null,
      key: null,
      username: null,
      password: null,
      site: null,
      stations: null,
      provision: null,
      secrets: 'memory',
      dataDir: null,
      host: 'auto',
      window: null,
      kiosk: false,
      refreshAt: '03:30',
      metricsPort: null,
      language: null,
      timeZone: null,
      demoSite: 'hotel',
      demoSpeed: 1,
      demoSeed: 1,
      demoBustle: true,
    })
  })

  it('are no demo once an endpoint is given', () => {
    expect(options(['--endpoint', 'https://example.org/graphql'])).toMatchObject({
      demo: false,
      endpoint: 'https://example.org/graphql',
    })
  })

  it('take flags before variables and variables before the file', () => {
    const env = { FORECOURT_DEMO_SITE: 'depot', FORECOURT_LANGUAGE: 'de' }
    const file = { demoSite: 'hotel', language: 'en', demoSeed: 7 }
    expect(options(['--demo-site=garage'], env, file)).toMatchObject({
      demoSite: 'garage',
      language: 'de',
      demoSeed: 7,
    })
  })

  it('read a value after a space or an equals sign, and switches without a value', () => {
    expect(options(['--window', '1080x1920', '--kiosk', '--demo-speed=60'])).toMatchObject({
      window: { widthPx: 1080, heightPx: 1920 },
      kiosk: true,
      demoSpeed: 60,
    })
    expect(options(['--kiosk', 'false']).kiosk).toBe(false)
  })

  it('tell words that belong to no flag', () => {
    expect(readFlags(['de', '--kiosk', '--window', '1080x1920', 'foo']).words).toEqual([
      'de',
      'foo',
    ])
  })

  it.each([
    ['system', null],
    ['direct', { mode: 'direct' }],
    ['http://proxy.example:3128/', { proxyRules: 'http://proxy.example:3128' }],
    ['socks5://10.0.0.1:1080', { proxyRules: 'socks5://10.0.0.1:1080' }],
    ['https://intranet.example/wpad.pac', { pacScript: 'https://intranet.example/wpad.pac' }],
  ])('take the proxy %s', (text, proxy) => {
    expect(options(['--proxy', text])).toMatchObject({ proxy })
  })

  it.each(['proxy.example:3128', 'http://max:pw@proxy.example', 'ftp://a', 'http://a/b', 'none'])(
    'refuse the proxy %s',
    (text) => {
      expect(parseOptions(['--proxy', text], {}).ok).toBe(false)
    },
  )

  it('tell no password that somebody wrote into an address', () => {
    const parsed = parseOptions([], { FORECOURT_ENDPOINT: 'https://max:secret@p.example/graphql' })
    expect(JSON.stringify(parsed)).toContain('//(hidden)@p.example')
    expect(JSON.stringify(parsed)).not.toContain('secret')
  })

  it('leave the switches of Electron and Chromium alone', () => {
    expect(
      options(['--inspect=0', '--remote-debugging-port=0', '--no-sandbox', '.']),
    ).toMatchObject({ demo: true })
  })

  it.each([
    ['--endpoint', 'http://example.org/graphql'],
    ['--endpoint', 'example'],
    ['--host', 'firefox'],
    ['--window', '1080'],
    ['--window', '20x20'],
    ['--language', 'not a language'],
    ['--language', 'deutsch'],
    ['--language', 'xx'],
    ['--language', 'ja'],
    ['--time-zone', 'Europe/Nowhere'],
    ['--time-zone', '+01:00'],
    ['--demo-site', 'castle'],
    ['--demo-speed', '0'],
    ['--demo-speed', 'fast'],
    ['--demo-seed', '1.5'],
    ['--data-dir', ''],
  ])('refuse %s %s and name the flag and the value', (flag, value) => {
    expect(problems([flag, value])).toEqual([
      expect.objectContaining({ source: flag, value }) as unknown,
    ])
  })

  it('accept each language that the terminal speaks, with a region or without', () => {
    for (const language of ['en', 'sv', 'de-AT', 'EN-GB']) {
      expect(options(['--language', language]).language).toBe(language)
    }
  })

  it('say which languages there are where another one is told', () => {
    const [problem] = problems(['--language', 'deutsch'])
    expect(problem?.expected).toContain('one of en, de, cs, da, et, es, fr, hr, it, lv, lt, hu, nl')
  })

  it('accept plain http on this machine only', () => {
    expect(options(['--endpoint', 'http://127.0.0.1:4000/graphql']).demo).toBe(false)
    expect(options(['--endpoint', 'http://localhost:4000/']).demo).toBe(false)
  })

  it('tell every wrong value by the way it came', () => {
    const told = problems(['--host=x'], { FORECOURT_DEMO_SEED: '-1' }, { demoSpeed: 5000 })
    expect(new Set(told.map(({ source }) => source))).toEqual(
      new Set(['--host', 'FORECOURT_DEMO_SEED', 'demoSpeed in the settings file']),
    )
    expect(told).toHaveLength(3)
  })

  it('refuse an unknown flag', () => {
    expect(problems(['--enpoint=https://example.org/'])).toEqual([
      expect.objectContaining({ source: 'command line', value: '--enpoint' }) as unknown,
    ])
  })

  it('never print a secret', () => {
    const told = problems(['--key='], { FORECOURT_PASSWORD: '   ' })
    expect(told.map(({ value }) => value)).toEqual(['(hidden)', '(hidden)'])
  })

  it('say in one line what would be right', () => {
    const [problem] = problems(['--host', 'firefox'])
    expect(problem && describeProblem(problem)).toBe(
      '--host: "firefox" cannot be used; it must be auto, electron or chromium.',
    )
  })

  it('list every flag with its variable', () => {
    for (const word of ['--endpoint', 'FORECOURT_ENDPOINT', '--demo-seed', 'FORECOURT_TIME_ZONE'])
      expect(optionsHelp()).toContain(word)
  })
})
