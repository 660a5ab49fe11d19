import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { auditDetails, auditMatches, auditWords } from '#renderer/desk/terminal/audit-words.ts'
import type { DeskTranslate } from '#renderer/i18n/desk-text.ts'

const t = ((key: string) => `<${key}>`) as unknown as DeskTranslate

/** The first group of each match in these files. */
const inFiles = (files: string, pattern: RegExp): string[] =>
  globSync(files).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, found]) => found ?? ''),
  )

const ofMain = inFiles('src/main/**/*.ts', /\baction: '([^']+)'/g).filter((id) => id !== 'deny')
const ofPage = inFiles(
  'src/platform/operations/{desk,guest,manager}/**/*.graphql',
  /^mutation (\w+)/gm,
)

describe('the audit trail', () => {
  it.each([...new Set([...ofMain, ...ofPage])])('says in words: %s', (action) => {
    expect(auditWords(action, t)).toBe(`<audit.did.${action}>`)
  })

  it('is looked through for both kinds of actions', () => {
    expect(ofMain).toContain('desk.unlock')
    expect(ofPage).toContain('UpdateCard')
  })

  it('keeps what nobody has words for as it was noted', () => {
    expect(auditWords('toString', t)).toBe('toString')
  })

  it('says what failed', () => {
    expect(auditDetails({ reason: 'asked', failed: 'storage' }, t)).toBe('asked, <audit.failed>')
  })

  it('is searched in every column, by words and by what was noted, in any order', () => {
    const entry = {
      id: 1,
      atMs: 0,
      who: 'Max',
      role: 'manager' as const,
      action: 'stop',
      subject: '214',
      details: { reason: 'asked by the guest' },
    }
    for (const text of ['max', 'STOP', '214 max', 'did.stop', 'guest'])
      expect(auditMatches(entry, text, t), text).toBe(true)
    expect(auditMatches(entry, 'max 215', t)).toBe(false)
    expect(auditMatches({ ...entry, who: null }, 'audit.terminal', t)).toBe(true)
  })
})
