import { fuzzAnswers } from './answers.ts'
import { fuzzBridge } from './bridge.ts'
import { fuzzFiles } from './files.ts'
import { createFaults, noFigures, watchUncaught, type Figures } from './figures.ts'
import { fuzzReader } from './reader.ts'

/** How much of everything. */
export interface FuzzSize {
  readonly messages: number
  /** Small malformed answers to each trusted operation. */
  readonly answers: number
  /** Huge and deep ones, to each. */
  readonly large: number
  readonly slow: number
  /** Places at which a file is damaged. */
  readonly places: number
}

export const WHOLE: FuzzSize = {
  messages: 100_000,
  answers: 10_000,
  large: 20,
  slow: 20,
  places: 4,
}

const parts = {
  bridge: ({ messages }: FuzzSize, seed: number) => fuzzBridge(messages, seed),
  reader: (_size: FuzzSize, seed: number) => Promise.resolve(fuzzReader(20_000, seed)),
  files: ({ places }: FuzzSize, seed: number) => fuzzFiles(places, seed),
  answers: ({ answers: small, large, slow }: FuzzSize, seed: number) =>
    fuzzAnswers({ small, large, slow }, seed),
} satisfies Record<string, (size: FuzzSize, seed: number) => Promise<Partial<Figures>>>

export const fuzzParts = Object.keys(parts) as (keyof typeof parts)[]

/** Runs the parts one after the other; what nobody catches anywhere is a fault, too. */
export async function runFuzz(
  size: FuzzSize,
  seed: number,
  only: readonly (keyof typeof parts)[] = fuzzParts,
  note: (text: string) => void = () => undefined,
): Promise<Figures> {
  const uncaught = createFaults()
  const unwatch = watchUncaught(uncaught.found)
  const figures = noFigures()
  for (const name of only) {
    const startedMs = performance.now()
    const { messages = 0, answers = 0, files = 0, faults = [] } = await parts[name](size, seed)
    figures.messages += messages
    figures.answers += answers
    figures.files += files
    figures.faults.push(...faults.map((words) => `${name}: ${words}`))
    const seconds = Math.round((performance.now() - startedMs) / 1000)
    note([`${name}: ${String(seconds)} s`, ...faults.map((words) => `FAULT ${words}`)].join('\n'))
  }
  unwatch()
  figures.faults.push(...uncaught.all)
  return figures
}
