import { beforeAll, describe, expect, it } from 'vitest'
import { errorCodes } from '#contract/errors.ts'
import { connectorStates, plugKinds, startBlocks } from '#contract/site.ts'
import { startSteps } from '#contract/charging.ts'
import { en } from '#renderer/i18n/en.ts'
import { languages, type Language } from '#renderer/i18n/languages.ts'
import { loadMessages } from '#renderer/i18n/messages.ts'
import { pluralForms } from '#renderer/i18n/plural.ts'

const codes: Language[] = languages.map(({ code }) => code)
const others = codes.filter((code) => code !== 'en')
const english: Record<string, string> = en
const spoken = {} as Record<Language, Record<string, string>>

/** Names and words that are the same in the language as in English. */
const sameAsEnglish = new Set([
  ...['{power} · {time}', 'CCS', 'CCS 1', 'CHAdeMO', 'Schuko', 'NACS', 'CEE', 'EVSE ID'],
  ...['Type 1', 'Type 2', 'Code {code}', 'Total', 'Document', 'Contact', 'E-mail', 'Operator'],
])

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
}

function forms(text: string): string[] {
  return text.split('|').map((form) => form.trim())
}

beforeAll(async () => {
  for (const code of codes) spoken[code] = await loadMessages[code]()
})

describe.each(codes)('in %s', (code) => {
  it('a guest finds every message, and none is empty', () => {
    expect(Object.keys(spoken[code]).sort()).toEqual(Object.keys(en).sort())
    expect(Object.entries(spoken[code]).filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('the same values stand in each message, and in each of its forms', () => {
    for (const [key, text] of Object.entries(spoken[code])) {
      for (const form of forms(text)) {
        expect(placeholders(form), key).toEqual(placeholders(english[key] ?? ''))
      }
    }
  })

  it('a message with a count has every form that the language needs', () => {
    const needed = pluralForms(code).length
    for (const [key, text] of Object.entries(spoken[code])) {
      const counted = (english[key] ?? '').includes('|')
      expect(forms(text), `${key}: ${text}`).toHaveLength(counted ? needed : 1)
    }
  })

  it('there are words for every state, plug, step, block and error', () => {
    const needed = [
      ...errorCodes.flatMap((error) => [`error.${error}`, `error.${error}.next`]),
      ...connectorStates.map((state) => `state.${state}`),
      ...plugKinds.map((plug) => `plug.${plug}`),
      ...startBlocks.map((block) => `block.${block}`),
      ...startSteps.map((step) => `start.step.${step}`),
    ]
    expect(needed.filter((key) => !spoken[code][key])).toEqual([])
  })

  it('each error and its next step end as a sentence', () => {
    const errors = Object.entries(spoken[code]).filter(([key]) => key.startsWith('error.'))
    expect(errors.filter(([, text]) => !text.endsWith('.'))).toEqual([])
  })

  it('a question stays a question, and what goes on ends in …', () => {
    for (const [key, text] of Object.entries(spoken[code])) {
      if (english[key]?.endsWith('?')) expect(text, key).toMatch(/\?$/)
      expect(text.endsWith('…'), key).toBe(english[key]?.endsWith('…'))
    }
  })

  it('marks are the printer’s, not the typewriter’s', () => {
    const typed = Object.entries(spoken[code]).filter(([, text]) => /['"]|\.\.\.| {2}/.test(text))
    expect(typed).toEqual([])
  })
})

describe.each(others)('in %s', (code) => {
  it('nothing is left in English', () => {
    const left = Object.entries(spoken[code]).filter(
      ([key, text]) => text === english[key] && !sameAsEnglish.has(text),
    )
    expect(left).toEqual([])
  })
})

describe('typesetting', () => {
  it('keeps French marks with their words', () => {
    expect(spoken.fr['idle.title']).toBe('Êtes-vous encore là\u202f?')
    expect(spoken.fr['start.reason']).toBe('La borne dit «\u202f{reason}\u202f».')
    expect(Object.values(spoken.fr).filter((text) => /« | [?!:;»]/.test(text))).toEqual([])
  })

  it('ends no Czech or Polish line with a word of one letter', () => {
    expect(spoken.cs['tile.finished']).toContain('v\u00a0{time}')
    expect(spoken.pl['tile.finished']).toContain('o\u00a0{time}')
  })

  it('uses the quotation marks of the language', () => {
    const marks: Partial<Record<Language, RegExp>> = {
      ...{ en: /“.+”/, de: /„.+“/, fr: /«.+»/, it: /«.+»/, es: /«.+»/, nl: /‘.+’/ },
      ...{ cs: /„.+“/, pl: /„.+”/, sl: /».+«/, hr: /„.+”/, hu: /„.+”/, sv: /”.+”/ },
    }
    for (const code of codes) expect(spoken[code]['start.reason']).toMatch(marks[code] ?? /^$/)
  })
})
