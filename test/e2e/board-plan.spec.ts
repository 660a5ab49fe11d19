import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expectAccessible } from './support/axe.ts'
import { SHADES } from './support/modes.ts'
import { expect, test } from './support/story.ts'

const PLAN =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 500"><rect width="800" height="500" fill="#e9e4d8"/></svg>'
/** Of 200 plugs all but the last have a place, closer than their pins are wide. */
const PLACES = Object.fromEntries(
  Array.from({ length: 199 }, (_, index) => [
    String(index + 1),
    [3 + (index % 20) * 4.9, 6 + Math.floor(index / 20) * 9.5],
  ]),
)

test.use({ demoSite: 'garage' })

test('a guest finds a plug on the operator’s plan, by eye and by the keys', async ({
  arrive,
  network,
  terminal,
}) => {
  writeFileSync(path.join(terminal.dataDir, 'plan.svg'), PLAN)
  const branding = { plan: 'plan.svg', planPlaces: PLACES }
  writeFileSync(path.join(terminal.dataDir, 'settings.json'), JSON.stringify({ branding }))
  const { guest } = await arrive()
  const { board, page } = guest
  const plan = page.getByRole('button', { name: 'Site plan' })
  const pin = (number: number) =>
    page
      .getByRole('list', { name: 'Site plan' })
      .getByRole('button', { name: new RegExp(`^Plug ${String(number)},`) })

  await test.step('each plug has its pin, none over another', async () => {
    await plan.click()
    await expect(plan).toHaveAttribute('aria-pressed', 'true')
    await expect(page.getByRole('list', { name: 'Site plan' }).getByRole('button')).toHaveCount(199)
    await expect(pin(1)).toBeVisible()
    await expect.poll(() => page.evaluate(pinsOverEachOther)).toEqual([])
    await expectAccessible(page, 'plan', SHADES.slice(0, 2))
  })
  await test.step('a plug without a place stands below', async () => {
    const rest = page.getByRole('region', { name: 'Not on the plan' })
    await expect(rest.getByRole('button', { name: /^Plug 200,/ })).toBeVisible()
  })
  await test.step('a pin shows what becomes of its plug', async () => {
    const free = /^Plug (\d+),\s*Free,/
    const name = await page.getByRole('button', { name: free }).first().textContent()
    const number = free.exec((name ?? '').replaceAll(/\s+/g, ' '))?.[1] ?? ''
    await network.plugIn(number)
    await expect(pin(Number(number))).toHaveAccessibleName(/(In use|Plugged in)/)
  })
  await test.step('the filters leave pins out', async () => {
    const free = page.getByRole('button', { name: 'Free only' })
    await free.click()
    const busy = page.locator('.pin', { hasText: 'In use' }).first()
    await expect(busy).toBeDisabled()
    await free.click()
    await expect(busy).toBeEnabled()
  })
  await test.step('the keys lead from pin to pin, and into a plug', async () => {
    await pin(1).focus()
    await page.keyboard.press('ArrowRight')
    await expect(pin(2)).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(pin(22)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(guest.connector.heading('22')).toBeVisible()
  })
  await test.step('the way back leads to the plan, and from there to the tiles', async () => {
    await guest.back.click()
    await expect(pin(22)).toBeVisible()
    await plan.click()
    await board.expectListed(200)
  })
})

/** Numbers of pins that lie over one another. */
function pinsOverEachOther(): string[] {
  const pins = [...document.querySelectorAll<HTMLElement>('.pin')]
  const boxes = pins.map((one) => one.getBoundingClientRect())
  return boxes.flatMap((one, index) =>
    boxes.slice(index + 1).flatMap((other, after) => {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
      return across > 1 && down > 1
        ? [`${String(pins[index]?.innerText)} ${String(pins[index + 1 + after]?.innerText)}`]
        : []
    }),
  )
}
