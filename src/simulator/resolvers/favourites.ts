import type { Contact } from '../state/account.ts'
import type { Context, RootFields } from './kit.ts'
import { forContact } from './kit.ts'

interface Ids {
  ids: (string | null)[]
}

const known = ({ ids }: Ids, { world }: Context): string[] =>
  ids.flatMap((id) => (id && world.network.station(id) ? [id] : []))

const toAnswer = (ids: string[], contact: Contact): object[] =>
  ids.map((id) => ({ id, isFavoured: contact.favourites.has(id) }))

/** Favourite stations: set adds, unset takes away, and both tell what is true then (traps 80, 81). */
export const favouriteQueries: RootFields = {
  getFavouriteCps: forContact((_args, contact, { world }) =>
    world.network.stations.filter(({ id }) => contact.favourites.has(id)),
  ),
}

export const favouriteMutations: RootFields = {
  setFavouriteCps: forContact((args: Ids, contact, context) => {
    const ids = known(args, context)
    for (const id of ids) contact.favourites.add(id)
    return toAnswer(ids, contact)
  }),
  unsetFavouriteCps: forContact((args: Ids, contact, context) => {
    const ids = known(args, context)
    for (const id of ids) contact.favourites.delete(id)
    return toAnswer(ids, contact)
  }),
}
