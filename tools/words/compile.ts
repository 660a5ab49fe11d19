import { parse, type ParseOptions, type Token } from '@messageformat/parser'
import type { Catalogue } from './catalogues.ts'

/**
 * A module with the messages: a text, or a function that is handed what fills it and how a form is chosen
 * (`Message` in `i18n/messages.ts`). Throws where a message is not in ICU's format, has a form that its
 * language does not know, or lacks `other`.
 */
export function compileCatalogue(language: string, messages: Catalogue): string {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
  const options: ParseOptions = { cardinal: pluralCategories, strict: true }
  const lines = Object.entries(messages).map(([key, text]) => {
    try {
      return `  ${JSON.stringify(key)}: ${messageOf(parse(text, options))},`
    } catch (error) {
      throw new Error(`${language}: ${key}: ${String(error)}`, { cause: error })
    }
  })
  return `export default {\n${lines.join('\n')}\n}\n`
}

const messageOf = (tokens: readonly Token[]): string =>
  (tokens.every(({ type }) => type === 'content') ? '' : '(named, choose) => ') + written(tokens)

/** A text as an expression. */
function written(tokens: readonly Token[]): string {
  // Empty in front: what is filled in may be a number.
  const parts = tokens.map(expressionOf)
  return tokens.length === 1 && tokens[0]?.type !== 'argument'
    ? parts.join()
    : ['""', ...parts].join(' + ')
}

function expressionOf(token: Token): string {
  if (token.type === 'content') return JSON.stringify(token.value)
  if (token.type === 'argument') return `named.${token.arg}`
  if ((token.type !== 'plural' && token.type !== 'select') || token.pluralOffset !== undefined) {
    throw new Error(`${token.type} is not used here: numbers and times come as they are written`)
  }
  const forms = token.cases.map(({ key, tokens }) => `${JSON.stringify(key)}: ${written(tokens)}`)
  if (!token.cases.some(({ key }) => key === 'other'))
    throw new Error('the form “other” is missing')
  return `choose(named.${token.arg}, { ${forms.join(', ')} })`
}
