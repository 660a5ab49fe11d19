import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { languageCodes, type LanguageCode } from '#common/languages.ts'
import { catalogueOf, type Part } from '#tools/words/catalogues.ts'
import { formsOf } from './forms.ts'

/**
 * Other words for a place, a station, what the hand holds or a charge, by language: whoever reads one of them
 * looks for a second thing. Stems are written so that what means something else stays free.
 */
const others: Readonly<Record<LanguageCode, RegExp>> = {
  en: /charger|charging point|connector|socket|outlet|session/i,
  de: /Ladepunkt|Anschl[uü]ss|Ladesäule|Steckdose|Ladung|Sitzung|\b(?:[Dd]as|[Dd]ieses|Ihr|kein|[Dd]em|des) Ladens?\b/,
  cs: /nabíječk|konektor|dobíjec|relac|zásuvk/i,
  da: /ladestation|session|udtag|ladeplads|\bladeren\b/i,
  et: /laadija|laadimispunkt|seans|pistikupesa/i,
  es: /cargador|puntos? de (?:re)?carga|recarga|\bun enchufe|número de sesión/i,
  fr: /points? de (?:re)?charge|connecteur|\bstation\b|chargeur|numéro de session|\b(?:la|une|votre|cette) charge\b/i,
  hr: /punjač|priključak|sesij|utičnic/i,
  it: /punt[oi] di ricarica|connettor|\bstazion|caricator|session/i,
  lv: /lādētāj|uzlādes punkt|sesij|kontaktligzd/i,
  lt: /įkrovikl|prieig|seans|lizd|rozet/i,
  hu: /töltőpont|dugó|munkamenet|konnektor|aljzat|(?<![\p{L}])töltő(?:k|t|be|n|je|höz)?(?![\p{L}])/iu,
  nl: /laadpunt|laadpaal|aansluiting|\blader|sessie|stopcontact/i,
  nb: /plugg|\bladeren\b|\bøkt|uttak|ladeplass/i,
  pl: /ładowark|złącz|punkt|gniazd|sesj/i,
  pt: /pontos? de (?:re)?carga|pontos? de carregamento|carregador|estação|conector|número da sessão|recarga/i,
  ro: /priz|sesiun|încărcător/i,
  sk: /nabíjačk|zásuvk|relác|nabíjací bod|zástrčk/i,
  sl: /polnilnic|priključek|(?<![\p{L}])sej[aeio]|vtičnic/iu,
  fi: /laturi|latauspaik|istunto|pistorasia|tolppa|latauskerra/i,
  sv: /laddpunkt|laddare|uttag|session|stolpe/i,
  el: /φορτιστ[ήέώ]|σημεί[οα] φόρτισης|συνεδρί|πρίζα/i,
  bg: /зарядна точка|сесия|зарядно устройство|гнездо/i,
  uk: /зарядк|зарядна точка|сеанс|розетк|роз’єм/i,
}
/** Staff have words of their own for both. */
const othersAtDesk: Readonly<Record<'en' | 'de', RegExp>> = {
  en: /charger|charging point|socket|outlet/i,
  de: /Ladepunkt|Anschl[uü]ss|Ladesäule|Steckdose|Ladung|Sitzung|Stoppcode|Akku\b|(?<!Lade)\bVorg(?:ang|äng)e?\b|\b(?:[Dd]as|[Dd]ieses|[Dd]em|des) Ladens?\b/,
}

const found = (language: string, part: Part, other: RegExp): string[] =>
  Object.entries(catalogueOf(language, part)).flatMap(([key, text]) =>
    [...formsOf(text).values()].some((form) => other.test(form)) ? [`${key}: ${text}`] : [],
  )

const rows = readFileSync('docs/words.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| [a-z]{2} /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))

describe('one word for one thing', () => {
  it('is decided in docs/words.md for every language', () => {
    expect(rows.map(([, code]) => code).toSorted()).toEqual(languageCodes.toSorted())
    for (const row of rows) expect(row.filter((cell) => cell !== '')).toHaveLength(7)
  })

  it.each(rows)('%s%s: the words of the table stand on screen and receipt', (...row) => {
    const [, code = '', , place = '', station, hand = '', charge] = row
    const guest = catalogueOf(code, 'guest')
    const receipt = catalogueOf(code, 'receipt')
    expect(receipt['connector']).toBe(place)
    expect(receipt['item']).toBe(charge)
    expect(guest['tile.name']).toMatch(new RegExp(`^${place}`))
    expect(guest['station.title']).toBe(station)
    // Inflected in a sentence: its stem.
    expect(guest['help.notStarting.text']?.toLowerCase()).toContain(hand.slice(0, 4).toLowerCase())
  })

  it.each(languageCodes)('%s: guests read no other', (language) => {
    const parts = ['guest', 'receipt', 'notice'] as const
    expect(parts.flatMap((part) => found(language, part, others[language]))).toEqual([])
  })

  it.each(['en', 'de'] as const)('%s: staff read no other', (language) => {
    const parts = ['desk', 'setup', 'export'] as const
    expect(parts.flatMap((part) => found(language, part, othersAtDesk[language]))).toEqual([])
  })
})
