// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { aConnector, anInfo, aModel } from './fakes.ts'
import { fetchScreens, PageRig, sees, tap } from './page-rig.ts'

let rig: PageRig

beforeAll(fetchScreens, 60_000)
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  rig.close()
  vi.useRealTimers()
})

const { branding } = anInfo()
const connectors = [
  aConnector({ id: 'a', number: '1', state: 'free' }),
  aConnector({ id: 'b', number: '2', state: 'in-use', startBlock: 'busy' }),
]
const pins = (): string[] =>
  [...document.querySelectorAll('.pin')].map((pin) => pin.textContent.replaceAll(/\s+/g, ' '))

it('a plan shows plugs as pins that say what their tiles do, and those without a place below', async () => {
  rig = new PageRig(
    aModel({ connectors }),
    {},
    {
      branding: { ...branding, plan: { places: { '1': [10, 20] } } },
    },
  )
  await rig.open()
  await tap(/^Site plan$/)
  await sees('Not on the plan')
  expect(document.querySelector('.plan img')?.getAttribute('src')).toBe('pictures/plan-1')
  expect(pins()).toEqual([expect.stringMatching(/^Plug 1, Free, Type 2/)])
  expect(document.querySelector('.plan section')?.textContent).toContain('In use')
})
