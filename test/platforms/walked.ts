import type { Answers } from './answer.ts'
import { GENERATED_SITE, generatedAnswers } from './generated.ts'
import { REFERENCE_SITE, referenceAnswers } from './reference.ts'
import { bare, sparse } from './sparse.ts'

/** The same screens on each run. */
const SEED = 36

/** The platforms that the terminal is walked against, each with the site to show there. */
export const platforms = {
  /** The examples that the API's reference prints. */
  reference: { site: REFERENCE_SITE, answers: referenceAnswers },
  /** The same things, of each no more than is required. */
  sparse: { site: REFERENCE_SITE, answers: sparse(referenceAnswers) },
  /** Null wherever it is allowed. */
  bare: { site: REFERENCE_SITE, answers: bare(referenceAnswers) },
  /** Whatever the schema allows. */
  generated: { site: GENERATED_SITE, answers: generatedAnswers(SEED) },
  /** The same with more plugs than large tiles have room for. */
  many: { site: GENERATED_SITE, answers: generatedAnswers(SEED, 4) },
} as const satisfies Record<string, { site: string; answers: Answers }>

export type PlatformName = keyof typeof platforms
