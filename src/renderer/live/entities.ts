interface Entity {
  readonly id: string
}

/** Sets the entities that came and deletes those that went; untouched ones keep their identity. */
export function put<T extends Entity>(
  map: Map<string, T>,
  came: readonly T[] | undefined,
  went: readonly string[] | undefined,
): void {
  for (const entity of came ?? []) map.set(entity.id, entity)
  for (const id of went ?? []) map.delete(id)
}

/** Deletes all entities but these. */
export function keepOnly(map: Map<string, Entity>, ids: readonly string[]): void {
  const kept = new Set(ids)
  for (const id of map.keys()) if (!kept.has(id)) map.delete(id)
}

/** Makes the map hold exactly these entities. */
export function refill<T extends Entity>(map: Map<string, T>, entities: readonly T[]): void {
  put(map, entities, undefined)
  keepOnly(
    map,
    entities.map(({ id }) => id),
  )
}
