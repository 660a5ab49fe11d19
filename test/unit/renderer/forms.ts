import { parse, type Token } from '@messageformat/parser'

const written = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => {
      if (token.type === 'content') return token.value
      if (token.type === 'argument') return `{${token.arg}}`
      throw new Error(`${token.type} is in no message of the terminal`)
    })
    .join('')

/**
 * Each way in which a message can be said, its blanks as `{name}`: by the names of its plural's forms,
 * or one alone. Throws for what the messages of the terminal do not use.
 */
export function formsOf(text: string): Map<string, string> {
  const tokens = parse(text)
  const at = tokens.findIndex(({ type }) => type === 'plural')
  const plural = tokens[at]
  if (plural?.type !== 'plural') return new Map([['', written(tokens)]])
  const [before, after] = [written(tokens.slice(0, at)), written(tokens.slice(at + 1))]
  return new Map(plural.cases.map((form) => [form.key, before + written(form.tokens) + after]))
}

/** Beyond this, whole numbers bring no new form that a screen could need. */
const HIGHEST_COUNT = 200

/** The forms that a message with a count must have: those of whole numbers, and ICU's own last one. */
export function neededForms(language: string): Set<string> {
  const rules = new Intl.PluralRules(language)
  const counts = Array.from({ length: HIGHEST_COUNT + 1 }, (_, count) => rules.select(count))
  return new Set([...counts, 'other'])
}
