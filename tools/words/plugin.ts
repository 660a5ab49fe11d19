import path from 'node:path'
import type { Plugin } from 'vite'
import { localesFolder, messagesOf, pageParts, type PagePart } from './catalogues.ts'
import { compileCatalogue } from './compile.ts'

/** The page's own parts: what main reads is plain JSON. */
const CATALOGUE = new RegExp(`[\\\\/]locales[\\\\/](\\w+)[\\\\/](${pageParts.join('|')})\\.json`)
const COMPILED = '.js'

/** A catalogue of the page is imported as functions, one a message: the page has no compiler. */
export function words(): Plugin {
  return {
    name: 'words',
    enforce: 'pre',
    resolveId(source, importer) {
      if (importer === undefined || !source.endsWith('.json') || !CATALOGUE.test(source))
        return null
      // With another ending, or it would be taken for JSON.
      return path.resolve(path.dirname(importer), source) + COMPILED
    },
    load(id) {
      const [, language, part] = CATALOGUE.exec(id) ?? []
      if (language === undefined || !id.endsWith(`.json${COMPILED}`)) return null
      this.addWatchFile(path.join(localesFolder, language, `${String(part)}.json`))
      return compileCatalogue(language, messagesOf(language, part as PagePart))
    },
  }
}
