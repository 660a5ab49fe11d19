import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CommandError } from '#main/errors.ts'
import { defaultGuestRules } from '#main/charging/guest-rules.ts'
import { createRulesStore } from '#main/settings/rules-store.ts'
import { createSectionWriter, type WriteSection } from '#main/settings/write-section.ts'

function aFolder(settings?: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'rules-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  if (settings !== undefined) writeFileSync(path.join(folder, 'settings.json'), settings)
  return folder
}
const settingsIn = (folder: string): unknown =>
  JSON.parse(readFileSync(path.join(folder, 'settings.json'), 'utf8'))

describe('the rules of which cards guests may use', () => {
  it('hold at once, and are told', () => {
    const rules = createRulesStore(defaultGuestRules, null)
    let changes = 0
    const end = rules.onChange(() => (changes += 1))
    rules.setCardRule('a', 'hidden')
    rules.setPreferredCard('b')
    expect(rules.current()).toEqual({
      ...defaultGuestRules,
      byCard: { a: 'hidden' },
      preferredCardId: 'b',
    })
    expect(rules.cardRules()).toEqual({
      cards: 'open',
      byCard: { a: 'hidden' },
      preferredCardId: 'b',
    })
    end()
    rules.setCardRule('a', null)
    expect(rules.cardRules().byCard).toEqual({})
    expect(changes).toBe(2)
  })

  it('are kept in the section for guests, beside whatever else the file says', () => {
    const folder = aFolder('{"site":"4","guest":{"cards":"desk","preferredCardId":"z"}}')
    const rules = createRulesStore(defaultGuestRules, createSectionWriter(folder))
    rules.setCardRule('a', 'booking')
    rules.setPreferredCard(null)
    expect(settingsIn(folder)).toEqual({
      site: '4',
      guest: { cards: 'desk', preferredCardId: null, byCard: { a: 'booking' } },
    })
  })

  it('begin a settings file where there is none', () => {
    const folder = aFolder()
    createRulesStore(defaultGuestRules, createSectionWriter(folder)).setCardRule('a', 'desk')
    expect(settingsIn(folder)).toEqual({ guest: { byCard: { a: 'desk' } } })
  })

  it('do not hold when they cannot be kept', () => {
    const write: WriteSection = createSectionWriter(aFolder('{ broken'))
    const rules = createRulesStore(defaultGuestRules, write)
    expect(() => {
      rules.setCardRule('a', 'hidden')
    }).toThrow(CommandError)
    expect(rules.current()).toEqual(defaultGuestRules)
  })
})
