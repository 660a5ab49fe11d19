/** The rooms of main and which others each may import, from the ground up. */
export const mainRooms: Readonly<Record<string, readonly string[]>>
/** One rule a room, as dependency-cruiser takes them. */
export function roomRules(): object[]
