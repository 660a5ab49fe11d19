import { defineAsyncComponent, type Component } from 'vue'
import type { IconName } from '../ui/pictures.ts'

interface Section {
  readonly icon: IconName
  /** Shown to managers alone. */
  readonly manager: boolean
  readonly screen: Component
}

/** The desk's sections in the order of their use; the name's word is `section.<name>`. */
export const sections = {
  live: {
    icon: 'bolt',
    manager: false,
    screen: defineAsyncComponent(() => import('./live/LiveScreen.vue')),
  },
  sessions: {
    icon: 'list',
    manager: false,
    screen: defineAsyncComponent(() => import('./sessions/SessionsScreen.vue')),
  },
  cards: {
    icon: 'card',
    manager: false,
    screen: defineAsyncComponent(() => import('./cards/CardsScreen.vue')),
  },
  documents: {
    icon: 'document',
    manager: false,
    screen: defineAsyncComponent(() => import('./documents/DocumentsScreen.vue')),
  },
  insights: {
    icon: 'chart',
    manager: false,
    screen: defineAsyncComponent(() => import('./insights/InsightsScreen.vue')),
  },
  account: {
    icon: 'person',
    manager: true,
    screen: defineAsyncComponent(() => import('./account/AccountScreen.vue')),
  },
  terminal: {
    icon: 'gear',
    manager: false,
    screen: defineAsyncComponent(() => import('./terminal/TerminalScreen.vue')),
  },
} satisfies Record<string, Section>

export type SectionName = keyof typeof sections
/** Whether managers alone come in. */
export const isForManagers = (name: SectionName): boolean => sections[name].manager
export const sectionNames = Object.keys(sections) as readonly SectionName[]
