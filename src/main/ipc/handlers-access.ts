import type { accessCommands } from '#contract/commands/access.ts'
import { carryOut } from '#main/desk/carry-out.ts'
import type { Desk } from '#main/desk/desk.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { AppServices } from '#main/services/app-services.ts'
import type { Handlers } from './dispatch.ts'
import { assertNoTraining } from './handlers-system.ts'

export interface AccessParts {
  desk: Desk
  services: AppServices
}

/** Who comes to the desk, and what was done there. */
export function accessHandlers(parts: AccessParts): Pick<Handlers, keyof typeof accessCommands> {
  const { access, people, audit, languages } = parts.desk
  return {
    'desk.unlock': ({ pin }) => access.unlock(pin),
    'desk.lock': ({ keepGuest }) => {
      access.lock(keepGuest)
      return null
    },
    'desk.setLanguage': ({ language }) => {
      const who = access.person()
      if (who) languages.set(who.name, language)
      return null
    },
    'setup.enter': () => {
      assertNoTraining(parts.services)
      access.enterSetup()
      return null
    },
    'setup.leave': () => {
      access.leaveSetup()
      return null
    },
    'desk.people': () => [...people.list()],
    'desk.setPerson': async (person) => {
      assertOwnPeople(parts.services)
      const { name, role } = person
      const event = { action: 'desk.set-person', subject: name, details: { role } }
      await carryOut(audit, event, () => people.set(person))
      return [...people.list()]
    },
    'desk.removePerson': async ({ name }) => {
      assertOwnPeople(parts.services)
      const event = { action: 'desk.remove-person', subject: name }
      await carryOut(audit, event, () => people.remove(name))
      return [...people.list()]
    },
    'desk.audit': (page) => audit.list(page),
  }
}

/** Not in training, and not where the provisioning file says who comes in: it would win again. */
function assertOwnPeople(services: AppServices): void {
  assertNoTraining(services)
  if (services.resolved().people) {
    throw new CommandError(failureOf('forbidden', 'The provisioning file sets the PINs.'))
  }
}
