// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, expectTypeOf, it } from 'vitest'
import { speakDesk, useDeskText, type DeskKey } from '#renderer/i18n/desk-text.ts'
import { isMessage, speak } from '#renderer/i18n/i18n.ts'
import { languages } from '#renderer/i18n/languages.ts'
import { useText, type Filling, type MessageKey } from '#renderer/i18n/text.ts'
import { speakSetup, useSetupText, type SetupKey } from '#renderer/setup/setup-text.ts'
import { messagesOf, pageParts, type PagePart } from '#tools/words/catalogues.ts'

beforeEach(() => {
  setActivePinia(createPinia())
})

type Say = (key: string, named: Record<string, number>) => string

/** The messages of these parts that name a number, all of which the page knows now. */
const counted = (language: string, parts: readonly PagePart[]): string[] => {
  const all = parts.flatMap((part) => Object.entries(messagesOf(language, part)))
  const keys = all.filter(([, text]) => /\{(count|n)\}/.test(text)).map(([key]) => key)
  expect(keys.filter((key) => !isMessage(key))).toEqual([])
  return keys
}
const saysNone = (text: string): boolean => /\b0\b/.test(text) && !/\b1\b/.test(text)

describe('a number in a message', () => {
  it.each(languages.map(({ code }) => code))('may be 0 for guests: %s', async (code) => {
    await speak(code)
    const t = useText().t as Say
    const wrong = counted(code, ['guest']).filter(
      (key) => !saysNone(t(key, { count: 0, n: 0, number: 0, total: 0 })),
    )
    expect(wrong).toEqual([])
  })

  it.each(['en', 'de'])('may be 0 at the desk and in set-up: %s', async (code) => {
    await speakSetup(code)
    await speakDesk(code)
    const named = { count: 0, n: 0, number: 0, total: 0, found: 0 }
    const texts = [useDeskText().t, useSetupText().t] as Say[]
    const wrong = texts.flatMap((t) =>
      counted(code, pageParts).filter((key) => !saysNone(t(key, named))),
    )
    expect(wrong).toEqual([])
  })

  it('chooses the plural', async () => {
    await speakDesk('en')
    const { t } = useDeskText()
    expect([0, 1, 2].map((n) => t('desk.rows', { n }))).toEqual(['0 rows', '1 row', '2 rows'])
  })

  it('is as it was written where it was written already', async () => {
    await speakDesk('en')
    const { t } = useDeskText()
    expect(t('sessions.count', { n: '1,200', count: 1200 })).toBe('1,200 sessions')
  })
})

describe('what a message asks for, by its English', () => {
  it('is told beside its key, or the types say so', () => {
    expectTypeOf<Filling<'app.back'>>().toEqualTypeOf<[]>()
    expectTypeOf<Filling<'app.asOf'>>().toEqualTypeOf<[named: { time: string | number }]>()
    expectTypeOf<Filling<'find.found'>>().toEqualTypeOf<[named: { n: number }]>()
  })

  it('is all of it where one of several messages is said', () => {
    expectTypeOf<Filling<'app.back' | 'app.asOf'>>().toExtend<[{ time: string | number }]>()
    expectTypeOf<[{ time: 'now' }]>().not.toExtend<Filling<'app.asOf' | 'app.asOfDay'>>()
  })

  it('is a key that there is, and that this part of the page has', () => {
    expectTypeOf<'app.nothing'>().not.toExtend<MessageKey | DeskKey | SetupKey>()
    expectTypeOf<'desk.lock'>().not.toExtend<MessageKey>()
    expectTypeOf<'desk.lock'>().toExtend<DeskKey>()
  })

  it('is named by the type that refuses it where there are no words for it', () => {
    const { t } = useText()
    expectTypeOf(t<'app.back'>)
      .parameter(0)
      .toEqualTypeOf<'app.back'>()
    expectTypeOf(t<'app.back' | 'app.nothing'>)
      .parameter(0)
      .toEqualTypeOf<'there are no words for app.nothing'>()
  })
})
