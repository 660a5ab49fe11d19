import { languageCodeOf, type LanguageCode } from '#common/languages.ts'
import cs from '#renderer/locales/cs/notice.json' with { type: 'json' }
import de from '#renderer/locales/de/notice.json' with { type: 'json' }
import en from '#renderer/locales/en/notice.json' with { type: 'json' }
import es from '#renderer/locales/es/notice.json' with { type: 'json' }
import fr from '#renderer/locales/fr/notice.json' with { type: 'json' }
import hr from '#renderer/locales/hr/notice.json' with { type: 'json' }
import hu from '#renderer/locales/hu/notice.json' with { type: 'json' }
import it from '#renderer/locales/it/notice.json' with { type: 'json' }
import nl from '#renderer/locales/nl/notice.json' with { type: 'json' }
import pl from '#renderer/locales/pl/notice.json' with { type: 'json' }
import sl from '#renderer/locales/sl/notice.json' with { type: 'json' }
import sv from '#renderer/locales/sv/notice.json' with { type: 'json' }

/** What a terminal that cannot start says to guests. */
export type NoticeWords = Readonly<typeof en>

const words: Readonly<Record<LanguageCode, NoticeWords>> = {
  ...{ en, de, fr, it, es, nl },
  ...{ cs, pl, sl, hr, hu, sv },
}

/** The words of a language (BCP 47 tag), else English. */
export const noticeWords = (language: string | null): NoticeWords =>
  words[languageCodeOf(language ?? 'en') ?? 'en']
