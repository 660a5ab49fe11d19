import type { CountryAlpha, Gender, LanguageCode } from '#platform/generated/ask/graphql.ts'

/** A value of the platform's with its name in the desk's language. */
export interface Choice {
  readonly value: string
  readonly label: string
}

const COUNTRIES = `
  AC AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN
  BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE
  DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN
  GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE
  KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK
  ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA
  PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK
  SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG
  UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`
const LANGUAGES = `
  cs_CZ da_DK de_DE el_GR en_GB es_ES et_EE fi_FI fr_FR hr_HR hu_HU it_IT ja_JP lt_LT
  lv_LV nl_NL no_NO pl_PL ro_RO ru_RU sk_SK sl_SI sv_SE uk_UA`

const codesOf = (text: string): string[] => text.trim().split(/\s+/)

/** All values of `CountryAlpha` (L4144). */
export const countryCodes = codesOf(COUNTRIES) as readonly CountryAlpha[]
/** All values of `LanguageCode` (L5337). */
export const languageCodes = codesOf(LANGUAGES) as readonly LanguageCode[]
/** All values of `Gender` (L5309). */
export const genders = ['female', 'male', 'diverse', 'company'] as const satisfies readonly Gender[]

/** Countries by their names in this language. */
export function countryChoices(locale: string): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  return byLabel(
    countryCodes.map((value) => ({ value, label: names.of(value) ?? value })),
    locale,
  )
}

/** Languages by their names in this language. */
export function languageChoices(locale: string): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  return byLabel(
    languageCodes.map((value) => ({ value, label: names.of(value.replace('_', '-')) ?? value })),
    locale,
  )
}

/** The value itself where the platform delivers one that the list does not know. */
export function withCurrent(choices: readonly Choice[], current: string): readonly Choice[] {
  if (current === '' || choices.some(({ value }) => value === current)) return choices
  return [...choices, { value: current, label: current }]
}

function byLabel(choices: Choice[], locale: string): Choice[] {
  const { compare } = new Intl.Collator(locale)
  return choices.toSorted((one, other) => compare(one.label, other.label))
}
