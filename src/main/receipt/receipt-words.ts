import { languageCodeOf, type LanguageCode } from '#common/languages.ts'
import cs from '#renderer/locales/cs/receipt.json' with { type: 'json' }
import de from '#renderer/locales/de/receipt.json' with { type: 'json' }
import en from '#renderer/locales/en/receipt.json' with { type: 'json' }
import es from '#renderer/locales/es/receipt.json' with { type: 'json' }
import fr from '#renderer/locales/fr/receipt.json' with { type: 'json' }
import hr from '#renderer/locales/hr/receipt.json' with { type: 'json' }
import hu from '#renderer/locales/hu/receipt.json' with { type: 'json' }
import it from '#renderer/locales/it/receipt.json' with { type: 'json' }
import nl from '#renderer/locales/nl/receipt.json' with { type: 'json' }
import pl from '#renderer/locales/pl/receipt.json' with { type: 'json' }
import sl from '#renderer/locales/sl/receipt.json' with { type: 'json' }
import sv from '#renderer/locales/sv/receipt.json' with { type: 'json' }

/** What a receipt says beside what the platform delivered. */
export type ReceiptWords = Readonly<typeof en>

const words: Readonly<Record<LanguageCode, ReceiptWords>> = {
  en,
  de,
  fr,
  it,
  es,
  nl,
  cs,
  pl,
  sl,
  hr,
  hu,
  sv,
}

/** The words of a language (BCP 47 tag), else English. */
export const receiptWords = (language: string): ReceiptWords =>
  words[languageCodeOf(language) ?? 'en']
