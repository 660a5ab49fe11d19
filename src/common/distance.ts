/** From how far a terminal is read (m), by the words of its setting. */
export const distancesM = { '0.6m': 0.6, '1m': 1, '2m': 2 } as const

export type Distance = keyof typeof distancesM

/** The usual: sizes are as they stand. */
export const USUAL_DISTANCE: Distance = '0.6m'
