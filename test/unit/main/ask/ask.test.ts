import { describe, expect, it } from 'vitest'
import { commands } from '#contract/commands.ts'
import type { DeskRole } from '#contract/desk.ts'
import type { Mode } from '#contract/terminal.ts'
import { createAsk } from '#main/ask/ask.ts'
import { platformError } from '#main/platform/failures.ts'
import type { ExecuteOptions, Platform, PlatformError } from '#main/platform/platform.ts'
import type { TrustedOperation } from '#platform/generated/trusted.ts'

const operations: Record<string, TrustedOperation> = {
  'sha256:station': {
    name: 'Station',
    kind: 'query',
    modes: ['guest', 'desk'],
    manager: false,
    text: 'query Station($id: ID!) { cp(id: $id, ignoreMarketingConfiguration: true) { id } }',
  },
  'sha256:contact': {
    name: 'Contact',
    kind: 'query',
    modes: ['desk'],
    manager: false,
    text: 'query Contact { contact { id } }',
  },
  'sha256:delete': {
    name: 'DeleteContact',
    kind: 'mutation',
    modes: ['desk'],
    manager: true,
    text: 'mutation DeleteContact { deleteContact { message } }',
  },
}

function askIn(mode: Mode, role: DeskRole = 'staff', failure: PlatformError | null = null) {
  const sent: [string, unknown][] = []
  const languages: (string | undefined)[] = []
  const deeds: string[] = []
  const access = { mode: () => mode, person: () => ({ name: 'Ida', role }) }
  const write = ({ action }: { action: string }) => void deeds.push(action)
  const audit = { write, note: write }
  const platform = {
    execute: (text: { toString(): string }, variables: unknown, options: ExecuteOptions) => {
      sent.push([text.toString(), variables])
      languages.push(options.language)
      const errors = [{ message: 'token abc refused', code: 'PARTLY', path: [] }]
      const answer = { data: { cp: { id: '4' } }, errors, atMs: 0, bytes: 0 }
      return failure ? Promise.reject(failure) : Promise.resolve(answer)
    },
  } as unknown as Platform
  const ask = createAsk({ platform: () => platform, access, audit, operations })
  return { ask, sent, languages, deeds }
}

describe('the ask lane', () => {
  it("sends the operation's own text, and answers data with the errors' codes alone", async () => {
    const { ask, sent } = askIn('guest')
    const told = await ask({ id: 'sha256:station', variables: { id: '4' } })
    expect(sent).toEqual([[operations['sha256:station']?.text, { id: '4' }]])
    expect(told).toEqual({
      data: { cp: { id: '4' } },
      errors: [{ message: 'PARTLY', code: 'PARTLY' }],
    })
  })

  it.each([
    ['an operation that nobody knows', 'sha256:other', {}, 'not-found'],
    ['a text of its own', 'query { contact { id } }', {}, 'not-found'],
    ['a name from the prototype', 'constructor', {}, 'not-found'],
    ["the desk's operation", 'sha256:contact', {}, 'wrong-mode'],
    ['a missing variable', 'sha256:station', {}, 'invalid'],
    ['a variable of a wrong type', 'sha256:station', { id: { a: 1 } }, 'invalid'],
    ['a variable that the operation lacks', 'sha256:station', { id: '4', more: 1 }, 'invalid'],
  ])('a guest may not ask %s', async (_name, id, variables, code) => {
    const { ask, sent } = askIn('guest')
    await expect(ask({ id, variables })).rejects.toMatchObject({ failure: { code } })
    expect(sent).toEqual([])
  })

  it('asks in the language that the page tells, which can be nothing but a language', async () => {
    const { ask, languages } = askIn('guest')
    const asked = { id: 'sha256:station', variables: { id: '4' } }
    await ask({ ...asked, language: 'pl' })
    await ask(asked)
    expect(languages).toEqual(['pl', undefined])
    const { input } = commands['platform.ask']
    for (const language of ['de', 'pt-BR'])
      expect(input.safeParse({ ...asked, language }).success).toBe(true)
    for (const language of ['de\r\nx: y', 'de, *', '*', '', 'd', 7])
      expect(input.safeParse({ ...asked, language }).success).toBe(false)
  })

  it('answers the desk what a guest may not ask', async () => {
    const { ask, sent } = askIn('desk')
    await ask({ id: 'sha256:contact', variables: {} })
    expect(sent).toHaveLength(1)
  })

  it("keeps a manager's operation from staff, and writes down what changes something", async () => {
    const staff = askIn('desk')
    await expect(staff.ask({ id: 'sha256:delete', variables: {} })).rejects.toMatchObject({
      failure: { code: 'needs-manager' },
    })
    expect([staff.sent, staff.deeds]).toEqual([[], []])
    const manager = askIn('desk', 'manager')
    await manager.ask({ id: 'sha256:contact', variables: {} })
    await manager.ask({ id: 'sha256:delete', variables: {} })
    expect(manager.deeds).toEqual(['DeleteContact'])
  })

  it.each([
    ['timed-out', 'unknown', 'sha256:delete', 'perhaps-done', { cause: 'timed-out' }],
    ['captive-portal', 'unknown', 'sha256:delete', 'perhaps-done', { cause: 'captive-portal' }],
    ['offline', 'not-carried-out', 'sha256:delete', 'offline', undefined],
    ['forbidden', 'refused', 'sha256:delete', 'forbidden', undefined],
    ['timed-out', 'unknown', 'sha256:contact', 'timed-out', undefined],
  ] as const)(
    'tells of %s (%s) to %s as %s: what may have been done is not to be just tried again',
    async (code, outcome, id, told, details) => {
      const { ask } = askIn('desk', 'manager', platformError(code, 'no', outcome))
      await expect(ask({ id, variables: {} })).rejects.toMatchObject({
        failure: { code: told, ...(details && { details, retryable: false }) },
      })
    },
  )
})
