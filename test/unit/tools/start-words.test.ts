import { describe, expect, it } from 'vitest'
import { parseOptions } from '#main/settings/options.ts'
import { nextSteps, readableLine } from '#tools/lib/start-words.ts'

function optionsOf(...argv: string[]) {
  const parsed = parseOptions(argv, {})
  if (!parsed.ok) throw new Error('wrong flags')
  return parsed.options
}

describe('what npm start says', () => {
  it('names the demo site, its PINs and the picture where nothing is seen', () => {
    const words = nextSteps(optionsOf('--demo-site', 'depot'), 'artifacts/terminal.png')
    expect(words).toContain('a depot with 48 plugs')
    expect(words).toContain('2468 (front desk) or 135790 (manager)')
    expect(words).toContain('picture  artifacts/terminal.png')
    expect(words).toContain('Ctrl+C')
  })

  it('names the platform and no PIN at a real site', () => {
    const words = nextSteps(
      optionsOf('--endpoint', 'https://hotel.example/graphql/', '--site', 's1'),
      null,
    )
    expect(words).toContain('site s1 at hotel.example')
    expect(words).toContain('window   on this display')
    expect(words).not.toContain('2468')
  })

  it.each([
    [
      '{"level":40,"time":1,"place":"memory","msg":"the system cannot protect secrets"}',
      'Warning: the system cannot protect secrets (place memory)',
    ],
    ['{"level":50,"time":1,"msg":"stopped"}', 'Error: stopped'],
    ['{"level":30,"time":1,"count":2,"msg":"seen"}', 'Note: seen (count 2)'],
    ['{broken', '{broken'],
    ['{"no":"message"}', '{"no":"message"}'],
    ['any other line', 'any other line'],
    ['simulator http://127.0.0.1:1', null],
  ])('puts the line %s into words', (line, words) => {
    expect(readableLine(line)).toBe(words)
  })
})
