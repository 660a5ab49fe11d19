import type { Tone } from '../../guest/state-looks.ts'
import type { IconName } from '../../ui/pictures.ts'

type Status = 'active' | 'inactive' | 'unknown'

/** A status as delivered; what we do not know is said to be unknown. */
export function statusOf(delivered: string | null): Status {
  return delivered === 'active' || delivered === 'inactive' ? delivered : 'unknown'
}

export const statusLooks: Readonly<Record<Status, { tone: Tone; icon: IconName }>> = {
  active: { tone: 'good', icon: 'check' },
  inactive: { tone: 'quiet', icon: 'minus' },
  unknown: { tone: 'quiet', icon: 'question' },
}
