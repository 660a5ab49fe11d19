import type { Journey, Visit } from './scene.ts'

/** A board whose plugs stand in rows. */
async function atTheBoard({ guest: { page } }: Visit): Promise<void> {
  await page.locator('.dense').first().waitFor()
}

export const depot: Journey = {
  name: 'a depot of 48',
  panel: 'guest',
  use: { demoSite: 'depot' },
  scenes: [
    { name: 'board-48', reach: atTheBoard },
    {
      name: 'find',
      reach: async ({ guest: { page }, words }) => {
        await words.button('find.open').click()
        await words.button('app.back').waitFor()
        await page.keyboard.type('4', { delay: 60 })
        await words.denseTile('4').waitFor()
      },
    },
    {
      name: 'find-nothing',
      reach: async ({ guest: { page }, words }) => {
        await page.keyboard.type('99', { delay: 60 })
        await page.getByText(words.text('find.none.title')).first().waitFor()
      },
    },
    {
      name: 'connector-free',
      reach: async ({ guest: { page }, words }) => {
        await words.button('find.clear').click()
        await page.keyboard.type('46', { delay: 60 })
        await words.denseTile('46').waitFor()
        await page.keyboard.press('Enter')
        await words.button('connector.start').waitFor()
      },
    },
    {
      name: 'filters',
      reach: async ({ guest: { page, dialog }, words }) => {
        await words.button('app.back').click()
        if (await words.button('app.back').isVisible()) await words.button('app.back').click()
        await words.button('filter.more').click()
        await dialog.waitFor()
        await page.getByRole('dialog').getByRole('button').first().waitFor()
      },
    },
  ],
}

export const garage: Journey = {
  name: 'a garage of 200',
  panel: 'guest',
  use: { demoSite: 'garage' },
  scenes: [
    { name: 'board-200', reach: atTheBoard },
    {
      name: 'board-200-free',
      reach: async ({ words }) => {
        await words.button('filter.free').click()
      },
    },
  ],
}
