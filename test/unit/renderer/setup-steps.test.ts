import { describe, expect, it } from 'vitest'
import { setupParts, type SetupState } from '#contract/setup.ts'
import { coordinatesIn } from '#renderer/setup/site/coordinates.ts'
import { isDone, isOpen, stepAfter, stepNames } from '#renderer/setup/steps.ts'

const nothing = new Set<never>()
const stateWith = (over: Partial<SetupState>): SetupState =>
  ({ missing: [...setupParts], applied: false, ...over }) as SetupState
const openAt = (state: SetupState): string[] =>
  stepNames.filter((name) => isOpen(name, state, nothing))

describe('the steps of set-up', () => {
  it('opens account and site once the platform answers, and the trial once all is set up', () => {
    expect(openAt(stateWith({}))).not.toContain('account')
    expect(openAt(stateWith({}))).not.toContain('rules')
    const signedIn = stateWith({ missing: ['place', 'locale', 'rules', 'people'] })
    expect(openAt(signedIn)).toContain('place')
    expect(openAt(signedIn)).not.toContain('trial')
  })

  it('leads back to nothing once the terminal is set up', () => {
    expect(openAt(stateWith({ missing: [], applied: true }))).toEqual(['finish', 'trial'])
  })

  it('counts the look as done once somebody has passed it', () => {
    const state = stateWith({ missing: [] })
    expect(isDone('branding', state, nothing)).toBe(false)
    expect(isDone('branding', state, new Set(['branding'] as const))).toBe(true)
    expect(stepAfter('trial')).toBeNull()
  })
})

describe('coordinates as people paste them', () => {
  it.each([
    ['47.8095, 13.0550'],
    ['47,8095; 13,0550'],
    ['geo:47.8095,13.0550?z=15'],
    ['https://maps.example/@47.8095,13.0550,17z'],
    ['https://maps.example/?q=47.8095,13.0550'],
  ])('are found in %s', (text) => {
    expect(coordinatesIn(text)).toEqual({ latitude: 47.8095, longitude: 13.055 })
  })

  it.each([['Salzburg'], ['91.5, 13.0'], ['']])('are not found in %s', (text) => {
    expect(coordinatesIn(text)).toBeNull()
  })
})
