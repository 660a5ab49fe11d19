/** How many of `timesMs` fall into each second from `fromMs` on, for so many seconds. */
export function countBySecond(
  timesMs: readonly number[],
  fromMs: number,
  seconds: number,
): number[] {
  const counts = Array.from({ length: seconds }, () => 0)
  for (const timeMs of timesMs) {
    const second = Math.floor((timeMs - fromMs) / 1000)
    if (second >= 0 && second < seconds) counts[second] = (counts[second] ?? 0) + 1
  }
  return counts
}

export const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0)
