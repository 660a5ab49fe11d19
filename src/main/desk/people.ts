import { z } from 'zod'
import { createSerialQueue } from '#common/serial-queue.ts'
import { deskRoleSchema, type DeskRole, type Person } from '#contract/desk.ts'
import { LEAST_PIN_DIGITS, MOST_PIN_DIGITS, pinDigits, pinFault } from '#common/pin-rules.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { KeptSecret } from '#main/secrets/kept-secret.ts'
import type { PersonWithPin } from '#main/settings/table/people.ts'
import { hashPin, isPin } from './pins.ts'

/** Who may come to the desk. PINs are kept as salted slow hashes. */
export interface People {
  /** Without their PINs, in the order in which they were set. */
  list(): readonly Person[]
  /** Whose PIN this is; null: nobody's. */
  whose(pin: string): Promise<Person | null>
  /** Adds, or replaces the one with this name. Throws a CommandError `pin-unfit` or `storage`. */
  set(person: PersonWithPin): Promise<void>
  /** Throws a CommandError `pin-unfit` where no manager would be left. */
  remove(name: string): Promise<void>
  /** Replaces everybody: what a provisioning file says. */
  replace(people: readonly PersonWithPin[]): Promise<void>
  /** As they are kept: the vault has opened late. */
  readAgain(): Promise<void>
}

const keptSchema = z.array(
  z.object({ name: z.string(), role: deskRoleSchema, salt: z.string(), hash: z.string() }),
)
type KeptPerson = z.infer<typeof keptSchema>[number]

/**
 * @param examples who may come in as long as nobody was set: the demo's people, whose PINs are no secret
 * @param onNewPin somebody has another PIN than before: not when the same ones are set again at a launch
 * @param leastDigits what is asked of a PIN that somebody sets by hand; those that are there stay
 */
export async function openPeople(
  secret: KeptSecret,
  examples: readonly PersonWithPin[] = [],
  onNewPin: () => void = () => undefined,
  leastDigits: () => number = () => LEAST_PIN_DIGITS,
): Promise<People> {
  let people = await read(secret)
  // Hashing is slow: a change must not undo one that came meanwhile.
  const queue = createSerialQueue()

  const save = async (next: readonly KeptPerson[]): Promise<void> => {
    await secret.set(JSON.stringify(next))
    people = [...next]
  }
  /** What is kept of somebody: as it is where the PIN is the same, as hashing is slow. */
  const recordOf = async (person: PersonWithPin): Promise<{ kept: KeptPerson; isNew: boolean }> => {
    const { name, role, pin } = person
    assertFit(role, pin)
    const before = people.find((each) => each.name === name)
    if (before && (await isPin(before, pin))) return { kept: { ...before, role }, isNew: false }
    return { kept: { name, role, ...(await hashPin(pin)) }, isNew: true }
  }

  return {
    list: () => (people.length > 0 ? people : examples).map(withoutPin),
    async whose(pin) {
      const example = examples.find((each) => people.length === 0 && each.pin === pin)
      const person = example ?? (await whoseOf(people, pin))
      return person && withoutPin(person)
    },
    set: (person) =>
      queue(async () => {
        const others = people.filter(({ name }) => name !== person.name)
        assertManager(others.length > 0 ? [...others, person] : [{ role: 'manager' }])
        if (await whoseOf(others, person.pin)) throw unfit('Somebody else has this PIN.')
        const place = people.findIndex(({ name }) => name === person.name)
        const next = [...people]
        const { kept, isNew } = await recordOf(person)
        if (isNew) assertFit(person.role, person.pin, leastDigits())
        next.splice(place < 0 ? people.length : place, place < 0 ? 0 : 1, kept)
        await save(next)
        if (isNew) onNewPin()
      }),
    remove: (name) =>
      queue(async () => {
        const others = people.filter((person) => person.name !== name)
        assertManager(others)
        await save(others)
      }),
    readAgain: () =>
      queue(async () => {
        people = await read(secret)
      }),
    replace: (next) =>
      queue(async () => {
        assertApart(next.map(({ pin }) => pin))
        const records = await Promise.all(next.map(recordOf))
        await save(records.map(({ kept }) => kept))
        if (records.some(({ isNew }) => isNew)) onNewPin()
      }),
  }
}

/** Everybody is tried: the time taken reveals nobody's place in the list. */
async function whoseOf(among: readonly KeptPerson[], pin: string): Promise<KeptPerson | null> {
  const matches = await Promise.all(among.map((person) => isPin(person, pin)))
  return among.find((_, index) => matches[index]) ?? null
}

/**
 * Whether these may be everybody at the desk. A null PIN stays as it is: `known` are the people who
 * have one, in the same role. Throws a CommandError `pin-unfit`.
 */
export function assertPeopleFit(
  people: readonly (Person & { pin: string | null })[],
  known: readonly Person[],
  leastDigits = LEAST_PIN_DIGITS,
): void {
  for (const { name, role, pin } of people) {
    if (pin !== null) assertFit(role, pin, leastDigits)
    else if (!known.some((one) => one.name === name && one.role === role)) {
      throw unfit(`${name} has no PIN yet.`)
    }
  }
  assertApart(people.flatMap(({ pin }) => pin ?? []))
  assertApart(people.map(({ name }) => name))
  assertManager(people)
}

async function read(secret: KeptSecret): Promise<KeptPerson[]> {
  const text = await secret.get()
  if (text === null) return []
  try {
    return keptSchema.parse(JSON.parse(text))
  } catch {
    // Nobody can come in with what cannot be read; the provisioning file sets PINs again.
    return []
  }
}

function assertFit(role: DeskRole, pin: string, leastDigits = LEAST_PIN_DIGITS): void {
  const fault = pinFault(role, pin, leastDigits)
  if (fault === 'easy') throw unfit('The PIN is too easy to guess.')
  if (fault === 'length') {
    const least = String(pinDigits(role, leastDigits))
    throw unfit(`The PIN must have ${least} to ${String(MOST_PIN_DIGITS)} digits.`)
  }
}

function assertApart(texts: readonly string[]): void {
  if (new Set(texts).size < texts.length) throw unfit('Two people have the same name or PIN.')
}

function assertManager(people: readonly { role: DeskRole }[]): void {
  if (!people.some(({ role }) => role === 'manager')) throw unfit('A manager must be left.')
}

const withoutPin = ({ name, role }: Person): Person => ({ name, role })

const unfit = (message: string): CommandError => new CommandError(failureOf('pin-unfit', message))
