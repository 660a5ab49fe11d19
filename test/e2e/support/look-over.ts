import { expect, type Page } from '@playwright/test'

/** A function that runs in the page and tells what is wrong there, each fault in words; and what it is given. */
export interface Look {
  readonly what: string
  readonly faults: (given: never) => readonly string[]
  readonly given?: unknown
}

/** A page that was resized is laid out by then, on a busy machine too; what is wrong stays wrong. */
const SETTLED_MS = 10_000

/** All of `looks`, in one way to the page and back, find nothing once it is laid out; a soft expectation. */
export async function expectNothing(
  page: Page,
  where: string,
  looks: readonly Look[],
): Promise<void> {
  const each = looks.map(
    ({ what, faults, given }) =>
      `...(${String(faults)})(${JSON.stringify(given)}).map((fault) => ${JSON.stringify(`${what}: `)} + fault)`,
  )
  const script = `[${each.join(', ')}]`
  await expect
    .configure({ soft: true })
    .poll(() => page.evaluate(script), { message: where, timeout: SETTLED_MS })
    .toEqual([])
}
