import { expect, it } from 'vitest'
import { failureOf } from '#main/core/errors.ts'
import { countErrors } from '#main/platform/error-counts.ts'
import { PlatformError, type Platform } from '#main/platform/platform.ts'

it('counts requests that failed in the end by their codes, and passes every answer and error on', async () => {
  const answers: (() => Promise<unknown>)[] = [
    () => Promise.resolve('fine'),
    () => Promise.reject(new PlatformError(failureOf('offline', 'Nobody.'), 'unknown')),
    () => Promise.reject(new PlatformError(failureOf('offline', 'Nobody.'), 'unknown')),
    () => Promise.reject(new TypeError('a fault of ours')),
  ]
  const { platform, counts } = countErrors({
    execute: () => answers.shift()?.(),
  } as unknown as Platform)
  const ask = () => platform.execute('query', {} as never)
  expect(await ask()).toBe('fine')
  await expect(ask()).rejects.toThrow(PlatformError)
  await expect(ask()).rejects.toThrow('offline')
  await expect(ask()).rejects.toThrow('a fault of ours')
  expect([...counts()]).toEqual([['offline', 2]])
})
