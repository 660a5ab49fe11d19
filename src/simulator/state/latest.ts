/** Entries kept of lists that only grow, so that a demo can run for months. */
export const KEPT = 200

/** Leaves out the first that may go, once there are more than `KEPT`. */
export function forgetOldest<T>(list: T[], mayGo: (item: T) => boolean = () => true): void {
  const first = list.length > KEPT ? list.findIndex(mayGo) : -1
  if (first >= 0) list.splice(first, 1)
}
