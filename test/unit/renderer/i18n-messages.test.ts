import { describe, expect, it } from 'vitest'
import { errorCodes } from '#contract/errors.ts'
import { connectorStates, plugKinds, startBlocks } from '#contract/site.ts'
import { startSteps } from '#contract/charging.ts'
import { languages, type Language } from '#renderer/i18n/languages.ts'
import { messagesOf } from '#tools/words/catalogues.ts'
import { formsOf } from './forms.ts'

const codes: Language[] = languages.map(({ code }) => code)
const others = codes.filter((code) => code !== 'en')
const english = messagesOf('en', 'guest')
const spoken = Object.fromEntries(codes.map((code) => [code, messagesOf(code, 'guest')])) as Record<
  Language,
  Record<string, string>
>

/** Names and words that are the same in the language as in English. */
const sameAsEnglish = new Set([
  ...['{power} · {time}', 'CCS', 'CCS 1', 'CHAdeMO', 'Schuko', 'NACS', 'CEE', 'EVSE ID'],
  ...['Type 1', 'Type 2', 'Code {code}', 'Total', 'Document', 'Contact', 'E-mail', 'Operator'],
  ...['per kWh', 'Filter', 'Filter · {n}'],
])

/** Characters, marks among them: a line breaks between words alone. */
const LONGEST_WORD = 22

/** How a message ends, in each of its forms. */
const endings = (text: string): string[] =>
  [...formsOf(text).values()].map((form) => form.slice(-1))

describe.each(codes)('in %s', (code) => {
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
      const wanted = endings(english[key] ?? '')[0]
      for (const end of endings(text)) {
        // Greek asks by the sign that is a semicolon elsewhere.
        if (wanted === '?') expect(end, key).toBe(code === 'el' ? ';' : '?')
        expect(end === '…', key).toBe(wanted === '…')
      }
    }
  })

  it('no word is longer than a narrow column holds', () => {
    const all = Object.values(spoken[code]).flatMap((text) => text.split(/[\s-]+/))
    expect(all.filter((word) => word.length > LONGEST_WORD)).toEqual([])
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

  it('ends no line with a word of one letter where the language minds', () => {
    expect(spoken.cs['tile.finished']).toContain('v\u00a0{time}')
    expect(spoken.pl['tile.finished']).toContain('o\u00a0{time}')
    for (const code of ['cs', 'pl', 'sk', 'bg', 'uk'] as const) {
      const loose = Object.values(spoken[code]).filter((text) =>
        /(?<![\p{L}\d’-])\p{L} /u.test(text),
      )
      expect(loose, code).toEqual([])
    }
  })

  it('uses the quotation marks of the language', () => {
    const marks: Partial<Record<Language, RegExp>> = {
      ...{ en: /“.+”/, de: /„.+“/, fr: /«.+»/, it: /«.+»/, es: /«.+»/, nl: /‘.+’/ },
      ...{ cs: /„.+“/, pl: /„.+”/, sl: /».+«/, hr: /„.+”/, hu: /„.+”/, sv: /”.+”/ },
      ...{ pt: /«.+»/, da: /».+«/, fi: /”.+”/, nb: /«.+»/, sk: /„.+“/, ro: /„.+”/ },
      ...{ bg: /„.+“/, el: /«.+»/, et: /„.+“/, lv: /„.+”/, lt: /„.+“/, uk: /«.+»/ },
    }
    for (const code of codes) expect(spoken[code]['start.reason']).toMatch(marks[code] ?? /^$/)
  })
})
