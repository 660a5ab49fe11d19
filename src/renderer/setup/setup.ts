import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { CommandInput, CommandName } from '#contract/commands.ts'
import type { Failure } from '#contract/errors.ts'
import type { SetupState } from '#contract/setup.ts'
import { ask, failureOf } from '../bridge.ts'
import { isOpen, stepAfter, stepBefore, stepNames, type StepName } from './steps.ts'

type SetupCommand = Extract<CommandName, `setup.${string}`>
/** Those that answer the draft. */
type DraftCommand = Exclude<SetupCommand, 'setup.enter' | 'setup.leave'>

/** The draft as main sends it, and where in the wizard one is. */
export const useSetup = defineStore('setup', () => {
  const state = shallowRef<SetupState | null>(null)
  const step = ref<StepName>('endpoint')
  const passed = ref<ReadonlySet<StepName>>(new Set())
  /** Where the place is that was chosen last (ISO 3166-1); null: nobody said. */
  const country = ref<string | null>(null)
  const busy = ref(false)
  const failure = shallowRef<Failure | null>(null)

  const first = computed(
    () =>
      stepNames.find((name) => state.value?.missing.some((part) => part === name)) ?? 'branding',
  )

  /** Asks main for the draft and begins at the first open step. */
  async function open(): Promise<void> {
    passed.value = new Set()
    failure.value = null
    country.value = null
    state.value = await ask('setup.state', {})
    step.value = first.value
  }

  /** Runs one of main's steps, one at a time; whether it worked. */
  async function run<N extends DraftCommand>(name: N, input: CommandInput<N>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    failure.value = null
    try {
      state.value = await ask(name, input)
      return true
    } catch (thrown) {
      failure.value = failureOf(thrown)
      return false
    } finally {
      busy.value = false
    }
  }

  function go(to: StepName): void {
    if (busy.value || !state.value || !isOpen(to, state.value, passed.value)) return
    failure.value = null
    step.value = to
  }
  function next(): void {
    passed.value = new Set([...passed.value, step.value])
    const to = stepAfter(step.value)
    if (to) go(to)
  }
  function back(): void {
    const to = stepBefore(step.value)
    if (to) go(to)
  }

  return { state, step, passed, country, busy, failure, open, run, go, next, back }
})
