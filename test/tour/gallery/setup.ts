import type { Locator } from '@playwright/test'
import { messagesOf } from '#tools/words/catalogues.ts'
import { knock } from './before-charge.ts'
import type { Journey, Scene, Visit } from './scene.ts'

const PIN = '482913'

/** The wizard, by the words of its language. */
function wizardOf({ guest: { page }, language }: Visit) {
  const words = messagesOf(language, 'setup')
  const main = page.getByRole('main')
  const text = (key: string): string => words[key] ?? ''
  return {
    main,
    button: (key: string): Locator => main.getByRole('button', { name: text(key), exact: true }),
    field: (key: string): Locator => main.getByLabel(text(key), { exact: true }).first(),
    at: (step: string): Promise<void> =>
      main.getByRole('heading', { level: 1, name: text(`setup.${step}.title`) }).waitFor(),
  }
}

/** One step on, to the one whose title is named. */
function next(step: string): Scene {
  return {
    name: `setup-${step}`,
    reach: async (visit) => {
      const wizard = wizardOf(visit)
      await wizard.button('setup.next').click()
      await wizard.at(step)
    },
  }
}

export const setup: Journey = {
  name: 'set-up',
  panel: 'desk',
  scenes: [
    {
      name: 'setup-endpoint',
      reach: async (visit) => {
        const { guest, words, sim } = visit
        await guest.page.setViewportSize({ width: 1366, height: 768 })
        await words.button('app.help').first().click()
        await guest.dialog.waitFor()
        await knock(visit)
        await guest.page
          .getByRole('dialog')
          .getByRole('button', { name: words.text('staff.setup') })
          .click()
        const wizard = wizardOf(visit)
        await wizard.at('endpoint')
        await wizard.field('setup.endpoint.address').fill(sim.endpoint)
        await wizard.field('setup.endpoint.key').fill('guessed')
        await wizard.button('setup.endpoint.try').click()
        await wizard.main.getByRole('status').getByRole('listitem').first().waitFor()
      },
    },
    {
      name: 'setup-account',
      reach: async (visit) => {
        const wizard = wizardOf(visit)
        await wizard.field('setup.endpoint.key').fill(visit.sim.key)
        await wizard.button('setup.endpoint.try').click()
        await wizard.button('setup.next').click()
        await wizard.at('account')
      },
    },
    {
      name: 'setup-place',
      reach: async (visit) => {
        const wizard = wizardOf(visit)
        const { username, password } = visit.sim.account
        await wizard.field('setup.account.username').fill(username)
        await wizard.field('setup.account.password').fill(password)
        await wizard.button('setup.account.signIn').click()
        await wizard.at('place')
        await wizard.main.getByRole('radio', { name: /^Hotel Mozart/ }).check({ force: true })
      },
    },
    next('locale'),
    {
      name: 'setup-rules',
      reach: async (visit) => {
        await wizardOf(visit).field('setup.locale.timeZone').selectOption('Europe/Vienna')
        await next('rules').reach(visit)
      },
    },
    {
      name: 'setup-people',
      reach: async (visit) => {
        const wizard = wizardOf(visit)
        await next('people').reach(visit)
        await wizard.field('setup.people.name').fill('Max')
        await wizard.field('setup.people.pin').fill(PIN)
      },
    },
    next('look'),
    next('finish'),
  ],
}
