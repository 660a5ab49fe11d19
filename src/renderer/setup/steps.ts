import type { SetupState } from '#contract/setup.ts'

/** The steps of set-up in their order; the word of each is `setup.step.<name>`. */
export const stepNames = [
  'endpoint',
  'account',
  'place',
  'locale',
  'rules',
  'people',
  'branding',
  'finish',
  'trial',
] as const
export type StepName = (typeof stepNames)[number]

/** What a step rests on must be settled first. */
const restsOn: Partial<Record<StepName, readonly StepName[]>> = {
  account: ['endpoint'],
  place: ['endpoint', 'account'],
  rules: ['endpoint', 'account'],
  trial: ['finish'],
}

/** `passed`: steps that ask for nothing in particular, and were left by "next". */
export function isDone(step: StepName, state: SetupState, passed: ReadonlySet<StepName>): boolean {
  if (step === 'finish') return state.applied
  if (step === 'branding' || step === 'trial') return passed.has(step)
  return !state.missing.includes(step)
}

/** Whether one may go there now: what it rests on is done, and what is in force is not undone. */
export function isOpen(step: StepName, state: SetupState, passed: ReadonlySet<StepName>): boolean {
  if (state.applied) return step === 'trial' || step === 'finish'
  return (restsOn[step] ?? []).every((each) => isDone(each, state, passed))
}

/** The step after this one; the last one has none. */
export function stepAfter(step: StepName): StepName | null {
  return stepNames[stepNames.indexOf(step) + 1] ?? null
}

export function stepBefore(step: StepName): StepName | null {
  return stepNames[stepNames.indexOf(step) - 1] ?? null
}
