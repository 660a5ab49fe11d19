// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { speakDesk, useDeskText, type DeskTranslate } from '#renderer/i18n/desk-text.ts'
import { deskWords } from '#renderer/desk/words-en.ts'
import { i18n, speak } from '#renderer/i18n/i18n.ts'
import { languages } from '#renderer/i18n/languages.ts'
import { useText, type Translate } from '#renderer/i18n/text.ts'
import { speakSetup, useSetupText } from '#renderer/setup/setup-text.ts'
import { setupWords } from '#renderer/setup/words-en.ts'

beforeEach(() => {
  setActivePinia(createPinia())
})

/** The messages that name a number, as the page knows them now. */
const counted = (): string[] => {
  const all = i18n.global.getLocaleMessage(i18n.global.locale.value)
  return Object.entries(all as Record<string, string>)
    .filter(([, text]) => /\{(count|n)\}/.test(text))
    .map(([key]) => key)
}
const saysNone = (text: string): boolean => /\b0\b/.test(text) && !/\b1\b/.test(text)

describe('a number in a message', () => {
  it.each(languages.map(({ code }) => code))('may be 0 for guests: %s', async (code) => {
    await speak(code)
    const { t } = useText()
    const wrong = counted().filter(
      (key) =>
        !saysNone(t(key as Parameters<Translate>[0], { count: 0, n: 0, number: 0, total: 0 })),
    )
    expect(wrong).toEqual([])
  })

  it.each(['en', 'de'])('may be 0 at the desk and in set-up: %s', async (code) => {
    await speakSetup(code)
    await speakDesk(code)
    const named = { count: 0, n: 0, number: 0, total: 0, found: 0 }
    const texts = [useDeskText().t, useSetupText().t as DeskTranslate]
    const wrong = texts.flatMap((t) =>
      counted().filter((key) => !saysNone(t(key as Parameters<DeskTranslate>[0], named))),
    )
    expect(Object.keys({ ...deskWords, ...setupWords }).length).toBeGreaterThan(counted().length)
    expect(wrong).toEqual([])
  })

  it('chooses the plural, if none is told', async () => {
    await speakDesk('en')
    const { t } = useDeskText()
    expect([0, 1, 2].map((n) => t('desk.rows', { n }))).toEqual(['0 rows', '1 row', '2 rows'])
  })

  it('is as it was written where it was written already', async () => {
    await speakDesk('en')
    const { t } = useDeskText()
    expect(t('insights.count', { n: '1,200' }, 1200)).toBe('1,200 sessions')
  })
})
