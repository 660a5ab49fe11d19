/** The usual reasons, in the order of their frequency; `other` is said in the person's own words. */
export const stopReasons = ['guest', 'full', 'place', 'departure', 'fault', 'other'] as const
export const closeReasons = ['silent', 'gone', 'other'] as const

export type Reason = (typeof stopReasons)[number] | (typeof closeReasons)[number]
