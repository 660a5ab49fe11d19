import type { ErrorCode } from '#contract/errors.ts'
import { PlatformError, type Platform } from './platform.ts'

/** Requests that were not answered well in the end, by why. */
export interface ErrorCounts {
  readonly platform: Platform
  /** Since the launch. */
  counts(): ReadonlyMap<ErrorCode, number>
}

/** The same platform, whose failures are counted: one a request, however often it was tried. */
export function countErrors(platform: Platform): ErrorCounts {
  const counts = new Map<ErrorCode, number>()
  return {
    platform: {
      async execute(operation, variables, options) {
        try {
          return await platform.execute(operation, variables, options)
        } catch (error) {
          if (error instanceof PlatformError) {
            const { code } = error.failure
            counts.set(code, (counts.get(code) ?? 0) + 1)
          }
          throw error
        }
      },
    },
    counts: () => counts,
  }
}
