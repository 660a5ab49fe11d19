import { languageCodeOf, type LanguageCode } from '#common/languages.ts'
import bg from '#renderer/locales/bg/receipt.json' with { type: 'json' }
import cs from '#renderer/locales/cs/receipt.json' with { type: 'json' }
import da from '#renderer/locales/da/receipt.json' with { type: 'json' }
import de from '#renderer/locales/de/receipt.json' with { type: 'json' }
import el from '#renderer/locales/el/receipt.json' with { type: 'json' }
import en from '#renderer/locales/en/receipt.json' with { type: 'json' }
import es from '#renderer/locales/es/receipt.json' with { type: 'json' }
import et from '#renderer/locales/et/receipt.json' with { type: 'json' }
import fi from '#renderer/locales/fi/receipt.json' with { type: 'json' }
import fr from '#renderer/locales/fr/receipt.json' with { type: 'json' }
import hr from '#renderer/locales/hr/receipt.json' with { type: 'json' }
import hu from '#renderer/locales/hu/receipt.json' with { type: 'json' }
import it from '#renderer/locales/it/receipt.json' with { type: 'json' }
import lt from '#renderer/locales/lt/receipt.json' with { type: 'json' }
import lv from '#renderer/locales/lv/receipt.json' with { type: 'json' }
import nb from '#renderer/locales/nb/receipt.json' with { type: 'json' }
import nl from '#renderer/locales/nl/receipt.json' with { type: 'json' }
import pl from '#renderer/locales/pl/receipt.json' with { type: 'json' }
import pt from '#renderer/locales/pt/receipt.json' with { type: 'json' }
import ro from '#renderer/locales/ro/receipt.json' with { type: 'json' }
import sk from '#renderer/locales/sk/receipt.json' with { type: 'json' }
import sl from '#renderer/locales/sl/receipt.json' with { type: 'json' }
import sv from '#renderer/locales/sv/receipt.json' with { type: 'json' }
import uk from '#renderer/locales/uk/receipt.json' with { type: 'json' }

/** What a receipt says beside what the platform delivered. */
export type ReceiptWords = Readonly<typeof en>

const words: Readonly<Record<LanguageCode, ReceiptWords>> = {
  ...{ en, cs, da, de, et, es, fr, hr },
  ...{ it, lv, lt, hu, nl, nb, pl, pt },
  ...{ ro, sk, sl, fi, sv, el, bg, uk },
}

/** The words of a language (BCP 47 tag), else English. */
export const receiptWords = (language: string): ReceiptWords =>
  words[languageCodeOf(language) ?? 'en']
