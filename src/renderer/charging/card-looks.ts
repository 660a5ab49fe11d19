import type { IconName } from '../ui/pictures.ts'
import type { Tone } from '../ui/tone.ts'

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

/** What a card is called: its label, else its number. */
export const cardName = ({ label, number }: { label: string | null; number: string }): string =>
  label?.trim() ? label : number
