import { describe, expect, it } from 'vitest'
import { errorCodes } from '#contract/errors.ts'
import { connectorStates, plugKinds, startBlocks } from '#contract/site.ts'
import { startSteps } from '#contract/charging.ts'
import { de } from '#renderer/i18n/de.ts'
import { en } from '#renderer/i18n/en.ts'

const languages = { en, de } as const
const english: Record<string, string> = en

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
}

describe('every language', () => {
  it('has the same messages', () => {
    expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort())
  })

  it('fills the same values into each message', () => {
    for (const [key, text] of Object.entries(de)) {
      expect(placeholders(text), key).toEqual(placeholders(english[key] ?? ''))
    }
  })

  it.each(Object.entries(languages))('has words for everything in %s', (_name, messages) => {
    const said: Record<string, string> = messages
    const needed = [
      ...errorCodes.flatMap((code) => [`error.${code}`, `error.${code}.next`]),
      ...connectorStates.map((state) => `state.${state}`),
      ...plugKinds.map((plug) => `plug.${plug}`),
      ...startBlocks.map((block) => `block.${block}`),
      ...startSteps.map((step) => `start.step.${step}`),
    ]
    expect(needed.filter((key) => !said[key])).toEqual([])
  })

  it.each(Object.entries(languages))(
    'ends each error and its next step as a sentence in %s',
    (_name, messages) => {
      const errors = Object.entries(messages).filter(([key]) => key.startsWith('error.'))
      expect(errors.filter(([, text]) => !text.endsWith('.'))).toEqual([])
    },
  )
})
