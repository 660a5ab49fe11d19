import type { Start } from '#contract/charging.ts'

const over: readonly Start['step'][] = ['charging', 'rejected', 'failed', 'timed-out']

export const isOpen = ({ step }: Start): boolean => !over.includes(step)
