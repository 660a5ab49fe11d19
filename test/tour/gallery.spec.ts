import { languages, type Language } from '#renderer/i18n/languages.ts'
import { longestLanguage } from '#test/e2e/support/longest-language.ts'
import { expect, test } from '#test/e2e/support/story.ts'
import { Words } from '#test/e2e/support/words.ts'
import { languagesOf } from '#tools/words/catalogues.ts'
import { beforeCharge } from './gallery/before-charge.ts'
import { closedGarage, notSetUp, rest } from './gallery/beside.ts'
import { Camera } from './gallery/camera.ts'
import { charge, ownCard } from './gallery/charge.ts'
import { desk, deskOfMany } from './gallery/desk.ts'
import { depot, garage } from './gallery/many.ts'
import type { Ground, Journey, Visit } from './gallery/scene.ts'
import { setup } from './gallery/setup.ts'

/** The longest first: two are made at a time. */
const JOURNEYS: readonly Journey[] = [
  ...[charge, beforeCharge, desk, setup, depot, ownCard, rest, garage],
  ...[closedGarage, deskOfMany, notSetUp],
]
/** One screen's name, or how several begin; empty: all. */
const ONLY = process.env['FORECOURT_GALLERY_ONLY'] ?? ''
const ASKED = (process.env['FORECOURT_GALLERY_LANGUAGES'] ?? 'en,de').split(',')
const LANGUAGES = ASKED.map((name) =>
  name === 'longest' ? longestLanguage() : languages.find(({ code }) => code === name)?.code,
)
const STEP_LIMIT_MS = 30_000

const isWanted = ({ name }: { name: string }): boolean => name.startsWith(ONLY)
/** Staff read English and German alone. */
const isSpoken = ({ panel }: Journey, language: Language): boolean =>
  panel === 'guest' || languagesOf('desk').includes(language)

test.describe.configure({ mode: 'parallel' })

for (const language of new Set(LANGUAGES)) {
  if (language === undefined) throw new Error(`No such language among ${ASKED.join(', ')}`)
  for (const journey of JOURNEYS) {
    if (!isSpoken(journey, language) || !journey.scenes.some(isWanted)) continue
    test.describe(`${journey.name}, ${language}`, () => {
      test.use({ ...journey.use, language })
      test('in pictures', async ({ sim, terminal, arrive, arriveAtDemo }) => {
        await travel(journey, { sim, terminal, language, arrive, arriveAtDemo })
      })
    })
  }
}

/** Through the screens of a journey; one that is not reached is told, and costs no other. */
async function travel(journey: Journey, ground: Ground): Promise<void> {
  const { language, sim } = ground
  const begin =
    journey.begin ?? (async () => ({ ...(await ground.arriveAtDemo()), isOneClock: true }))
  const begun: Awaited<ReturnType<NonNullable<Journey['begin']>>> = await begin(ground)
  const { page } = begun.guest
  const visit: Visit = { ...begun, language, sim, words: new Words(page, language) }
  page.setDefaultTimeout(STEP_LIMIT_MS)
  const camera = new Camera(page, language, journey.panel)
  const last = journey.scenes.findLastIndex(isWanted)
  for (const scene of journey.scenes.slice(0, last + 1)) {
    await test.step(scene.name, async () => {
      try {
        await scene.reach(visit)
        if (isWanted(scene)) await standingStill(visit, () => camera.shoot(scene))
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error)
        await camera.tellFailure(scene.name, why)
        expect.soft(why, `${scene.name}, ${language}: not reached`).toBe('')
      }
    })
  }
  await begun.close?.()
}

async function standingStill(
  { isOneClock, network: { control } }: Visit,
  act: () => Promise<void>,
): Promise<void> {
  if (isOneClock) await control.setSpeed(0)
  await act()
  if (isOneClock) await control.setSpeed(1)
}
