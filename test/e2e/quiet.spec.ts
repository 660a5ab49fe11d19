import type { Page } from '@playwright/test'
import { expect, test } from './support/story.ts'

declare global {
  interface Window {
    /** What has changed on the page since it was watched, but the time of day. */
    changesSeen?: string[]
  }
}

/** Notes each change of the document from now on; a page that changes nothing paints nothing. */
function watchChanges(page: Page): Promise<void> {
  return page.evaluate(() => {
    const seen: string[] = []
    window.changesSeen = seen
    const isClock = (node: Node): boolean =>
      (node instanceof Element ? node : node.parentElement)?.closest('.when') != null
    new MutationObserver((records) => {
      for (const { type, target } of records)
        if (!isClock(target)) seen.push(`${type} ${target.textContent ?? ''}`.slice(0, 80))
    }).observe(document, {
      ...{ subtree: true, childList: true, characterData: true, attributes: true },
    })
  })
}

const changesSeen = (page: Page): Promise<string[]> =>
  page.evaluate(() => window.changesSeen ?? ['nobody watched'])

test('refreshes that bring nothing new change nothing on the page; one that does changes its tile', async ({
  arrive,
  network,
}) => {
  const { guest } = await arrive()
  const { board, page } = guest
  await network.control.setFault('meterFrozen')
  for (const number of ['2', '3', '4', '5']) {
    const { id, session } = await network.plug(number)
    if (session?.isOwn === true) await network.control.vacate(id)
  }
  await guest.touch()
  await expect(board.tile('2').mine).toHaveCount(0)
  await expect(board.tile('1').root).toContainText('€0.35 per\u00a0kWh')

  const refreshes = (): Promise<number> => network.requests('site')
  const settled = await refreshes()
  await expect.poll(refreshes, { timeout: 20_000 }).toBeGreaterThan(settled + 1)
  await watchChanges(page)
  const before = await refreshes()
  await expect.poll(refreshes, { timeout: 30_000 }).toBeGreaterThanOrEqual(before + 3)
  expect(await changesSeen(page)).toEqual([])

  const { id } = await network.plug('1')
  await network.control.setOcppStatus(id, 'Faulted')
  await expect(board.tile('1').root).toContainText('Out of order')
  expect((await changesSeen(page)).length).toBeGreaterThan(0)
})
