import { beforeAll, describe, expect, it } from 'vitest'
import { openPeople } from '#main/desk/people.ts'
import type { KeptSecret } from '#main/secrets/kept-secret.ts'

const IDA = { name: 'Ida', role: 'staff', pin: '2468' } as const
const MAX = { name: 'Max', role: 'manager', pin: '135790' } as const

function memory(): KeptSecret & { text: string | null } {
  const secret = {
    text: null as string | null,
    get: () => Promise.resolve(secret.text),
    set: (value: string) => {
      secret.text = value
      return Promise.resolve()
    },
  }
  return secret
}

/** Hashing is slow by design: once for all tests. */
let kept: string | null = null
beforeAll(async () => {
  const secret = memory()
  await (await openPeople(secret)).replace([MAX, IDA])
  kept = secret.text
})

async function maxAndIda() {
  const secret = memory()
  secret.text = kept
  return { secret, people: await openPeople(secret) }
}

describe('the people of the desk', () => {
  it('are known by their PINs, over a restart, and their PINs are nowhere', async () => {
    const { secret } = await maxAndIda()
    expect(secret.text).not.toContain('2468')
    expect(secret.text).not.toContain('135790')
    const again = await openPeople(secret)
    expect(again.list()).toEqual([
      { name: 'Max', role: 'manager' },
      { name: 'Ida', role: 'staff' },
    ])
    expect(await again.whose('2468')).toEqual({ name: 'Ida', role: 'staff' })
    expect(await again.whose('2469')).toBeNull()
  })

  it('get a new PIN in their place, and the old one opens nothing', async () => {
    const { people } = await maxAndIda()
    await people.set({ ...MAX, pin: '864209' })
    expect(people.list().map(({ name }) => name)).toEqual(['Max', 'Ida'])
    expect(await people.whose('135790')).toBeNull()
    expect(await people.whose('864209')).toMatchObject({ name: 'Max' })
  })

  it.each([
    ['too short for a manager', { name: 'Eva', role: 'manager', pin: '2580' }],
    ['one digit over and over', { name: 'Eva', role: 'staff', pin: '7777' }],
    ['counted up', { name: 'Eva', role: 'staff', pin: '3456' }],
    ["somebody else's", { name: 'Eva', role: 'staff', pin: '2468' }],
    ['no digits', { name: 'Eva', role: 'staff', pin: 'abcd' }],
  ] as const)('cannot have a PIN that is %s', async (_why, person) => {
    const { people } = await maxAndIda()
    await expect(people.set(person)).rejects.toMatchObject({ failure: { code: 'pin-unfit' } })
    expect(people.list()).toHaveLength(2)
  })

  it('keep each of several changes that come at once', async () => {
    const { people } = await maxAndIda()
    await Promise.all([
      people.set({ name: 'Eva', role: 'staff', pin: '9753' }),
      people.set({ name: 'Tom', role: 'staff', pin: '8642' }),
      people.remove('Ida'),
    ])
    expect(people.list().map(({ name }) => name)).toEqual(['Max', 'Eva', 'Tom'])
  })

  it('always have a manager among them', async () => {
    const { people } = await maxAndIda()
    await expect(people.remove('Max')).rejects.toMatchObject({ failure: { code: 'pin-unfit' } })
    await expect(people.set({ ...MAX, role: 'staff' })).rejects.toMatchObject({
      failure: { code: 'pin-unfit' },
    })
    await people.remove('Ida')
    expect(people.list()).toEqual([{ name: 'Max', role: 'manager' }])
  })

  it("are the demo's until somebody is set", async () => {
    const secret = memory()
    const people = await openPeople(secret, [MAX])
    expect(await people.whose('135790')).toEqual({ name: 'Max', role: 'manager' })
    await people.set({ name: 'Eva', role: 'manager', pin: '975310' })
    expect(people.list()).toEqual([{ name: 'Eva', role: 'manager' }])
    expect(await people.whose('135790')).toBeNull()
  })

  it('are nobody where what was kept cannot be read', async () => {
    const secret = memory()
    secret.text = '{ broken'
    const people = await openPeople(secret)
    expect(people.list()).toEqual([])
  })
})
