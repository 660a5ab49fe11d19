import { expect, it } from 'vitest'
import { unknownOnPlan } from '#main/app/health.ts'
import { aConnector, anInfo } from '#test/support/entities.ts'

it('names on the site plan that mean no plug are told once the plugs are known', () => {
  const { branding } = anInfo()
  const places: Record<string, [number, number]> = { '7': [1, 2], '8': [3, 4] }
  const facts = { branding: { ...branding, plan: { places } } }
  const connectors = [aConnector({ number: '7' })]
  expect(unknownOnPlan(facts, { connectors })).toEqual(['8'])
  expect(unknownOnPlan(facts, { connectors: [] })).toEqual([])
  expect(unknownOnPlan({ branding }, { connectors })).toEqual([])
})
