import { expect } from '@playwright/test'
import { MANAGER_PIN } from '#test/e2e/pages/desk.ts'
import { messagesOf, type Catalogue } from '#tools/words/catalogues.ts'
import { knock } from './before-charge.ts'
import type { Journey, Scene, Visit } from './scene.ts'

const SECTIONS = ['sessions', 'cards', 'documents', 'insights'] as const
const ACCOUNT_TABS = ['contact', 'contracts', 'payment', 'legal'] as const
const TERMINAL_TABS = ['health', 'settings', 'people', 'audit', 'log'] as const
/** The words are at rest when nothing is asked for any more. */
const WAITING = /One moment|Einen Moment/

const wordsOf = ({ language }: Visit): Catalogue => messagesOf(language, 'desk')

async function enter(visit: Visit): Promise<void> {
  const { guest, words } = visit
  await guest.page.setViewportSize({ width: 1366, height: 768 })
  await words.button('app.help').first().click()
  await guest.dialog.waitFor()
  await knock(visit)
  await guest.page.keyboard.type(MANAGER_PIN, { delay: 60 })
  await guest.page.keyboard.press('Enter')
  await guest.page.getByRole('navigation').getByRole('button').first().waitFor()
}

async function go(visit: Visit, section: string): Promise<void> {
  const { page } = visit.guest
  const name = wordsOf(visit)[`section.${section}`] ?? ''
  await page.getByRole('navigation').getByRole('button', { name, exact: true }).click()
  await page.getByRole('main').getByRole('heading', { level: 1, name }).waitFor()
  await settled(visit)
}

async function settled({ guest: { page } }: Visit): Promise<void> {
  await expect(page.getByRole('main').getByText(WAITING)).toHaveCount(0)
}

/** The tabs of a section; `prefix` begins the keys of their words. */
function tabsOf(section: string, prefix: string, tabs: readonly string[]): Scene[] {
  return tabs.map((tab) => ({
    name: `desk-${section}-${tab}`,
    reach: async (visit) => {
      if (tab === tabs[0]) await go(visit, section)
      const name = wordsOf(visit)[`${prefix}.${tab}`] ?? ''
      await visit.guest.page.getByRole('tab', { name, exact: true }).click()
      await settled(visit)
    },
  }))
}

export const deskOfMany: Journey = {
  name: 'the desk of a garage',
  panel: 'desk',
  use: { demoSite: 'garage' },
  scenes: [
    {
      name: 'desk-live',
      reach: async (visit) => {
        await enter(visit)
        await go(visit, 'live')
        await visit.guest.page.getByRole('gridcell').first().waitFor()
      },
    },
    {
      name: 'desk-connector',
      reach: async ({ guest: { page } }) => {
        await page.getByRole('rowgroup').last().getByRole('row').nth(2).click()
        await page.getByRole('dialog').getByRole('heading').first().waitFor()
      },
    },
  ],
}

export const desk: Journey = {
  name: 'the desk of a hotel',
  panel: 'desk',
  scenes: [
    ...SECTIONS.map((section, place) => ({
      name: `desk-${section}`,
      reach: async (visit: Visit) => {
        if (place === 0) await enter(visit)
        await go(visit, section)
      },
    })),
    ...tabsOf('account', 'account.tab', ACCOUNT_TABS),
    ...tabsOf('terminal', 'terminal', TERMINAL_TABS),
  ],
}
