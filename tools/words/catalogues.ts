import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '#tools/lib/electron.ts'
import { typeset } from './typesetting.ts'

/** What the page says, in parts that are loaded apart; each is a file in the folder of a language. */
export const pageParts = ['guest', 'desk', 'setup'] as const
export type PagePart = (typeof pageParts)[number]
/** What main writes: plain words, in which nothing is filled. */
export const mainParts = ['receipt', 'notice', 'export', 'alert'] as const
export type Part = PagePart | (typeof mainParts)[number]

/** Messages in ICU's format by their keys. */
export type Catalogue = Readonly<Record<string, string>>

/** The folder of all words: `<language>/<part>.json`. */
export const localesFolder = path.join(projectRoot, 'src', 'renderer', 'locales')

const fileOf = (language: string, part: Part): string =>
  path.join(localesFolder, language, `${part}.json`)

/** The languages that have a part, by their codes. */
export function languagesOf(part: Part): string[] {
  return readdirSync(localesFolder).filter((language) => existsSync(fileOf(language, part)))
}

/** A part's messages as they stand in its file. Throws where there is none, or it is no JSON. */
export function catalogueOf(language: string, part: Part): Catalogue {
  return JSON.parse(readFileSync(fileOf(language, part), 'utf8')) as Catalogue
}

/** A part of the page as it is shown: with the spaces that its language's typesetting asks for. */
export function messagesOf(language: string, part: PagePart): Catalogue {
  const messages = Object.entries(catalogueOf(language, part))
  return Object.fromEntries(messages.map(([key, text]) => [key, typeset(language, text)]))
}
