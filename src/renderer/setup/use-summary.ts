import { computed, type ComputedRef } from 'vue'
import type { SetupPart, SetupRules, SetupState } from '#contract/setup.ts'
import { languages } from '../i18n/languages.ts'
import { mainRule } from './card-choice.ts'
import { useKnownNames } from './known-names.ts'
import { useSetupText } from './setup-text.ts'

/** What was settled in each step, in a line. */
export function useSummary(
  state: () => SetupState,
): ComputedRef<Record<SetupPart | 'branding', string>> {
  const { t } = useSetupText()
  const nameOf = useKnownNames()
  const rulesWords = (rules: SetupRules): string => {
    const main = t(`setup.rules.cards.${mainRule(rules)}`)
    if (rules.cards !== 'hidden') return main
    const n = Object.values(rules.byCard).filter((rule) => rule !== 'hidden').length
    return n === 0 ? main : `${main} (${t('setup.rules.which.count', { n })})`
  }
  return computed(() => {
    const { endpoint, account, place, locale, rules, people, branding } = state()
    const stations = place?.kind === 'stations' ? place.stations : []
    const count = t('setup.place.stations', { n: stations.length })
    const language = languages.find(({ code }) => code === locale?.language)?.name
    return {
      endpoint: endpoint ?? '',
      account: account?.kind === 'contact' ? account.username : t('setup.account.anonymous'),
      place: place?.kind === 'site' ? nameOf(place.siteId, place.label) : count,
      locale: [language ?? locale?.language ?? '', locale?.timeZone ?? ''].join(', '),
      rules: rules ? rulesWords(rules) : '',
      people: people.map(({ name, role }) => `${name} (${t(`desk.role.${role}`)})`).join(', '),
      branding: branding.name ?? t('setup.finish.branding.ours'),
    }
  })
}
