import type { accessCommands } from '#contract/commands/access.ts'
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
      await people.set(person)
      audit.write({ action: 'desk.set-person', subject: name, details: { role } })
      return [...people.list()]
    },
    'desk.removePerson': async ({ name }) => {
      assertOwnPeople(parts.house)
      await people.remove(name)
      audit.write({ action: 'desk.remove-person', subject: name })
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
