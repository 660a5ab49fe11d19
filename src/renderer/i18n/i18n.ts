import { readonly, ref, shallowReactive } from 'vue'
import { languageOf, type Language } from './languages.ts'
import { filled, type Message, type Named, type Words } from './messages.ts'

/** A catalogue in each language that has it, by its path: each is loaded when somebody speaks it. */
export type WordFiles = Readonly<Record<string, () => Promise<Words>>>

const guestFiles: WordFiles = import.meta.glob<Words>('../locales/*/guest.json', {
  import: 'default',
})

const brought = shallowReactive(new Map<Language, Words>())
const current = ref<Language>('en')
let wanted: Language = 'en'

/** The language that the page speaks. */
export const spoken = readonly(current)

const messageOf = (key: string): Message | undefined => brought.get(current.value)?.[key]

/** Whether the language that is spoken has such a message. */
export const isMessage = (key: string): boolean => messageOf(key) !== undefined

/** A message with its blanks filled in; its key where there is none of that name. */
export const fill = (key: string, named: Named): string =>
  filled(messageOf(key) ?? key, named, current.value)

/** Loads a language's words; undefined where it has no such catalogue. */
function loadWords(files: WordFiles, language: Language): Promise<Words> | undefined {
  const file = Object.keys(files).find((path) => path.includes(`/${language}/`))
  return file === undefined ? undefined : files[file]?.()
}

/** Words beside those that the language has. */
function addWords(language: Language, words: Words): void {
  brought.set(language, { ...brought.get(language), ...words })
}

/** Brings a language's messages (once) and switches to it; the one asked for last wins. */
export async function speak(tag: string): Promise<Language> {
  const language = languageOf(tag)
  wanted = language
  if (!brought.has(language)) addWords(language, (await loadWords(guestFiles, language)) ?? {})
  if (wanted === language) {
    current.value = language
    document.documentElement.lang = language
  }
  return wanted
}

/** Brings what a part says beside others, in the language of the tag or else in English. */
export async function speakBeside(
  files: WordFiles,
  tag: string,
  speakOthers: (language: Language) => Promise<unknown>,
): Promise<void> {
  const asked = languageOf(tag)
  const own = loadWords(files, asked)
  const language = own ? asked : 'en'
  const words = await (own ?? loadWords(files, language))
  await speakOthers(language)
  addWords(language, words ?? {})
}
