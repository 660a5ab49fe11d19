import { languageCodeOf, type LanguageCode } from '#common/languages.ts'
import bg from '#renderer/locales/bg/notice.json' with { type: 'json' }
import cs from '#renderer/locales/cs/notice.json' with { type: 'json' }
import da from '#renderer/locales/da/notice.json' with { type: 'json' }
import de from '#renderer/locales/de/notice.json' with { type: 'json' }
import el from '#renderer/locales/el/notice.json' with { type: 'json' }
import en from '#renderer/locales/en/notice.json' with { type: 'json' }
import es from '#renderer/locales/es/notice.json' with { type: 'json' }
import et from '#renderer/locales/et/notice.json' with { type: 'json' }
import fi from '#renderer/locales/fi/notice.json' with { type: 'json' }
import fr from '#renderer/locales/fr/notice.json' with { type: 'json' }
import hr from '#renderer/locales/hr/notice.json' with { type: 'json' }
import hu from '#renderer/locales/hu/notice.json' with { type: 'json' }
import it from '#renderer/locales/it/notice.json' with { type: 'json' }
import lt from '#renderer/locales/lt/notice.json' with { type: 'json' }
import lv from '#renderer/locales/lv/notice.json' with { type: 'json' }
import nb from '#renderer/locales/nb/notice.json' with { type: 'json' }
import nl from '#renderer/locales/nl/notice.json' with { type: 'json' }
import pl from '#renderer/locales/pl/notice.json' with { type: 'json' }
import pt from '#renderer/locales/pt/notice.json' with { type: 'json' }
import ro from '#renderer/locales/ro/notice.json' with { type: 'json' }
import sk from '#renderer/locales/sk/notice.json' with { type: 'json' }
import sl from '#renderer/locales/sl/notice.json' with { type: 'json' }
import sv from '#renderer/locales/sv/notice.json' with { type: 'json' }
import uk from '#renderer/locales/uk/notice.json' with { type: 'json' }

/** What a terminal that cannot start says to guests. */
export type NoticeWords = Readonly<typeof en>

const words: Readonly<Record<LanguageCode, NoticeWords>> = {
  ...{ en, cs, da, de, et, es, fr, hr },
  ...{ it, lv, lt, hu, nl, nb, pl, pt },
  ...{ ro, sk, sl, fi, sv, el, bg, uk },
}

/** The words of a language (BCP 47 tag), else English. */
export const noticeWords = (language: string | null): NoticeWords =>
  words[languageCodeOf(language ?? 'en') ?? 'en']
