/** Of what only ever comes anew, a demo that runs for months keeps so much. */
export const KEPT = 200

/** Leaves out the first that may go, once there are more than `KEPT`. */
export function forgetOldest<T>(list: T[], mayGo: (item: T) => boolean = () => true): void {
  const first = list.length > KEPT ? list.findIndex(mayGo) : -1
  if (first >= 0) list.splice(first, 1)
}
