import type { accessCommands } from '#contract/commands/access.ts'
import type { Desk } from '#main/desk/desk.ts'
import type { Handlers } from './dispatch.ts'

export interface AccessParts {
  desk: Desk
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
      access.enterSetup()
      return null
    },
    'setup.leave': () => {
      access.leaveSetup()
      return null
    },
    'desk.people': () => [...people.list()],
    'desk.setPerson': async (person) => {
      const { name, role } = person
      await people.set(person)
      audit.write({ action: 'desk.set-person', subject: name, details: { role } })
      return [...people.list()]
    },
    'desk.removePerson': async ({ name }) => {
      await people.remove(name)
      audit.write({ action: 'desk.remove-person', subject: name })
      return [...people.list()]
    },
    'desk.audit': (page) => audit.list(page),
  }
}
