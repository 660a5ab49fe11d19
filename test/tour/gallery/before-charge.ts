import { expect } from '@playwright/test'
import { openLook } from '#test/e2e/support/speak.ts'
import type { Journey, Visit } from './scene.ts'

const PLUG = '1'

/** From the board to the choice of how to pay, and what lies over them. */
export const beforeCharge: Journey = {
  name: 'before a charge',
  panel: 'guest',
  scenes: [
    {
      name: 'board',
      reach: async ({ words }) => {
        await words.tile(PLUG).getByRole('button').waitFor()
      },
    },
    {
      name: 'help',
      reach: async ({ guest, words }) => {
        await words.button('app.help').click()
        await guest.dialog.waitFor()
      },
    },
    { name: 'staff-pin', reach: knock },
    {
      name: 'language-and-display',
      reach: async ({ guest: { page, dialog }, language }) => {
        await page.keyboard.press('Escape')
        await expect(dialog).toBeHidden()
        await openLook(page, language)
      },
    },
    {
      name: 'code',
      reach: async ({ guest: { page, dialog, board }, words }) => {
        await page.keyboard.press('Escape')
        await expect(dialog).toBeHidden()
        await words.button('code.have').click()
        await page.getByRole('heading', { name: words.text('code.have') }).waitFor()
        await expect(board.help.or(words.button('app.back')).first()).toBeVisible()
      },
    },
    {
      name: 'claim',
      reach: async ({ guest: { page }, words }) => {
        await words.button('app.back').click()
        await words.tile('2').getByRole('button').click()
        await words.button('app.back').waitFor()
        await page.keyboard.type('0000', { delay: 60 })
        await expect(page.getByRole('alert')).not.toBeEmpty()
      },
    },
    {
      name: 'connector',
      reach: async ({ words, network }) => {
        await words.button('app.back').click()
        await network.control.payByPhone(true)
        await words.tile(PLUG).getByRole('button').click()
        await words.choices('connector.pay').first().check({ force: true })
        await words.choices('target.title').nth(1).check({ force: true })
      },
    },
    {
      name: 'connector-hold',
      reach: async ({ words }) => {
        await words.choices('connector.pay').last().check({ force: true })
        await words.choices('hold.title').first().check({ force: true })
      },
    },
    {
      name: 'paying',
      reach: async ({ words }) => {
        await words.button('choose.pay').click()
        await words.picture('pay.code').waitFor()
      },
    },
    {
      name: 'station',
      reach: async ({ guest: { page }, words }) => {
        await words.button('app.back').click()
        await words.tile('3').getByRole('button').click()
        await words.button('station.more').click()
        await page.getByRole('img').first().waitFor()
      },
    },
  ],
}

/** From help to the request for a PIN. */
export async function knock({ guest, words }: Visit): Promise<void> {
  await words.button('app.staff').click()
  await guest.page
    .getByRole('dialog')
    .filter({ hasText: words.text('staff.title') })
    .waitFor()
}
