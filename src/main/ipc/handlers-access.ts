import type { accessCommands } from '#contract/commands/access.ts'
import { carryOut } from '#main/desk/carry-out.ts'
import type { Desk } from '#main/desk/desk.ts'
import { CommandError, failureOf } from '#main/errors.ts'
import type { House } from '#main/house.ts'
import type { Handlers } from './dispatch.ts'
import { assertNoTraining } from './handlers-house.ts'

export interface AccessParts {
  desk: Desk
  house: House
}

/** Who comes to the desk, and what was done there. */
export function accessHandlers(parts: AccessParts): Pick<Handlers, keyof typeof accessCommands> {
  const { access, people, audit } = parts.desk
  return {
    'desk.unlock': ({ pin }) => access.unlock(pin),
    'desk.lock': ({ keepGuest }) => {
      access.lock(keepGuest)
      return null
    },
    'setup.enter': () => {
      assertNoTraining(parts.house)
      access.enterSetup()
      return null
    },
    'setup.leave': () => {
      access.leaveSetup()
      return null
    },
    'desk.people': () => [...people.list()],
    'desk.setPerson': async (person) => {
      assertOwnPeople(parts.house)
      const { name, role } = person
      const deed = { action: 'desk.set-person', subject: name, details: { role } }
      await carryOut(audit, deed, () => people.set(person))
      return [...people.list()]
    },
    'desk.removePerson': async ({ name }) => {
      assertOwnPeople(parts.house)
      const deed = { action: 'desk.remove-person', subject: name }
      await carryOut(audit, deed, () => people.remove(name))
      return [...people.list()]
    },
    'desk.audit': (page) => audit.list(page),
  }
}

/** Not in training, and not where the provisioning file says who comes in: it would win again. */
function assertOwnPeople(house: House): void {
  assertNoTraining(house)
  if (house.settled().people) {
    throw new CommandError(failureOf('forbidden', 'The provisioning file sets the PINs.'))
  }
}
