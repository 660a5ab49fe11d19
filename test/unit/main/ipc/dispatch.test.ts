import { describe, expect, it } from 'vitest'
import { commands } from '#contract/commands.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import { createDispatch, type Handlers } from '#main/ipc/dispatch.ts'
import { platformError } from '#main/platform/failures.ts'
import { createQuietLog } from '../support/quiet-log.ts'

const access = { mode: () => 'guest' as const, person: () => null }

/** A dispatch whose `live.watch` does `watch`; every other command answers its own name. */
function dispatchWith(watch: (input: unknown) => unknown = () => null) {
  const log = createQuietLog()
  const names = Object.keys(commands)
  const handlers = Object.fromEntries(
    names.map((name) => [name, name === 'live.watch' ? watch : () => name]),
  ) as unknown as Handlers
  return { log, dispatch: createDispatch({ handlers: () => handlers, access, log }) }
}

const watched = { sessionId: 'tag-0815' }

describe('the dispatch of commands', () => {
  it('answers in an envelope', async () => {
    const seen: unknown[] = []
    const { dispatch } = dispatchWith((input) => {
      seen.push(input)
      return null
    })
    expect(await dispatch('live.watch', watched)).toEqual({ ok: true, value: null })
    expect(seen).toEqual([watched])
  })

  it.each(['live.unknown', '', undefined, null, 7, {}, 'constructor', '__proto__'])(
    'refuses the command %j',
    async (name) => {
      const { dispatch } = dispatchWith()
      expect(await dispatch(name, {})).toMatchObject({ error: { code: 'unknown-command' } })
    },
  )

  it.each([
    undefined,
    null,
    {},
    { sessionId: 1 },
    { sessionId: '' },
    { sessionId: null, more: 1 },
    [],
  ])('refuses the input %j', async (input) => {
    const { dispatch } = dispatchWith(() => {
      throw new Error('must not be called')
    })
    expect(await dispatch('live.watch', input)).toMatchObject({ error: { code: 'bad-message' } })
  })

  it.each<[string, Error]>([
    ['a command that says no', new CommandError(failureOf('connector-busy', 'busy'))],
    ['a platform that says no', platformError('connector-busy', 'busy', 'refused')],
  ])('hands on the failure of %s', async (_name, error) => {
    const { dispatch } = dispatchWith(() => Promise.reject(error))
    expect(await dispatch('live.watch', watched)).toEqual({
      ok: false,
      error: { code: 'connector-busy', message: 'busy', retryable: false },
    })
  })

  it.each(['ENOSPC', 'EROFS', 'EACCES'])('says that the disk fails (%s)', async (code) => {
    const { dispatch } = dispatchWith(() => {
      throw Object.assign(new Error('write failed'), { code })
    })
    expect(await dispatch('live.watch', watched)).toMatchObject({ error: { code: 'storage' } })
  })

  it('refuses what is too deep for any schema, and never throws', async () => {
    const { dispatch } = dispatchWith()
    let deep: unknown = []
    for (let level = 0; level < 100_000; level += 1) deep = [deep]
    const variables = { variables: { deep }, id: 'x' }
    expect(await dispatch('platform.ask', variables)).toMatchObject({
      error: { code: 'bad-message' },
    })
  })

  it.each([
    [
      'throws',
      () => {
        throw new TypeError('broken')
      },
    ],
    ['rejects with no error at all', () => Promise.reject(Object.create(null) as Error)],
  ])(
    'answers `internal` when a command %s, and keeps its arguments out of the log',
    async (_name, broken) => {
      const { dispatch, log } = dispatchWith(broken)
      const answer = await dispatch('live.watch', watched)
      expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } })
      expect(JSON.stringify(answer)).not.toContain('broken')
      expect(log.lines).toHaveLength(1)
      expect(log.lines.join()).not.toContain(watched.sessionId)
    },
  )
})
