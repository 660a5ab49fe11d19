import { describe, expect, it } from 'vitest'
import { carryOut } from '#main/desk/carry-out.ts'
import type { Desk } from '#main/desk/desk.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { AppServices } from '#main/services/app-services.ts'
import { accessHandlers } from '#main/ipc/handlers-access.ts'
import { deskCardsHandlers } from '#main/ipc/handlers-desk-cards.ts'
import { systemHandlers } from '#main/ipc/handlers-system.ts'
import { setupHandlers } from '#main/ipc/handlers-setup.ts'
import type { RulesStore } from '#main/settings/rules-store.ts'
import type { Setup } from '#main/setup/setup.ts'

/** What the desk changes, with an audit trail that can be written, or cannot. */
function rig(canWrite: boolean) {
  const order: string[] = []
  const done = (name: string) => () => {
    order.push(name)
    return Promise.resolve()
  }
  const write = ({ action }: { action: string }): void => {
    if (!canWrite) throw new CommandError(failureOf('storage', 'The disk is full.'))
    order.push(`audit:${action}`)
  }
  const desk = {
    access: {},
    people: { set: done('set'), remove: done('remove'), list: () => [] },
    audit: { write, note: write },
  } as unknown as Desk
  const services = {
    ...{ isTraining: () => false, resolved: () => ({ people: null }) },
    settings: { write: done('write') },
    ...{ applySettings: done('applySettings'), quit: done('quit'), relaunch: done('relaunch') },
  } as unknown as AppServices
  const rules = {
    ...{ setCardRule: done('rule'), setPreferredCard: done('preferred'), cardRules: () => null },
  } as unknown as RulesStore
  const setup = { register: done('register'), state: () => null } as unknown as Setup
  const handlers = {
    ...accessHandlers({ desk, services }),
    ...deskCardsHandlers({ desk, rules }),
    ...systemHandlers({
      ...{
        desk,
        services,
        dataDir: '',
        nowMs: () => 0,
        testAlert: () => undefined,
        outgoingWays: () => [],
        siteLink: () => null,
      },
      health: () => ({}) as never,
    }),
    ...setupHandlers({ desk, setup }),
  }
  return { handlers, order }
}
type Handlers = ReturnType<typeof rig>['handlers']

const changes: [string, (on: Handlers) => unknown, string[]][] = [
  [
    'somebody new at the desk',
    (on) => on['desk.setPerson']({ name: 'Eve', role: 'manager', pin: '918273' }),
    ['audit:desk.set-person', 'set'],
  ],
  [
    'somebody who goes',
    (on) => on['desk.removePerson']({ name: 'Eve' }),
    ['audit:desk.remove-person', 'remove'],
  ],
  [
    'a rule for a card',
    (on) => on['settings.setCardRule']({ cardId: 'k1', rule: null }),
    ['audit:settings.set-card-rule', 'rule'],
  ],
  [
    'the card offered first',
    (on) => on['settings.setPreferredCard']({ cardId: 'k1' }),
    ['audit:settings.set-preferred-card', 'preferred'],
  ],
  [
    'other settings',
    (on) => on['terminal.changeSettings']({ changes: { language: 'de' } }),
    ['audit:settings.change', 'write', 'applySettings'],
  ],
  ['the end', (on) => on['terminal.quit']({}), ['audit:terminal.quit', 'quit']],
  ['a new beginning', (on) => on['terminal.relaunch']({}), ['audit:terminal.relaunch', 'relaunch']],
  [
    'a new account',
    (on) => on['setup.register']({ profile: { email: 'a@b.example' } } as never),
    ['audit:setup.register', 'register'],
  ],
]

describe.each(changes)('%s', (_name, change, inOrder) => {
  it('is in the audit trail before it is done', async () => {
    const { handlers, order } = rig(true)
    await change(handlers)
    expect(order).toEqual(inOrder)
  })

  it('is not done where it cannot be written down', async () => {
    const { handlers, order } = rig(false)
    const told = await Promise.resolve()
      .then(() => change(handlers))
      .catch((error: unknown) => error)
    expect(told).toMatchObject({ failure: { code: 'storage' } })
    expect(order).toEqual([])
  })
})

it('a deed that fails is noted once more, with the reason', async () => {
  const noted: unknown[] = []
  const audit = {
    write: (deed: unknown) => void noted.push(deed),
    note: (deed: unknown) => void noted.push(deed),
  }
  const deed = { action: 'desk.set-person', subject: 'Eve', details: { role: 'manager' } }
  const failing = carryOut(audit, deed, () => {
    throw new CommandError(failureOf('pin-unfit', 'too short'))
  })
  await expect(failing).rejects.toMatchObject({ failure: { code: 'pin-unfit' } })
  expect(noted).toEqual([deed, { ...deed, details: { role: 'manager', failed: 'pin-unfit' } }])
})
