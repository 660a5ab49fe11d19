import type { Story, Told } from './story.ts'

export const story = JSON.parse(process.env['PACKAGED_STORY'] ?? '{}') as Story

/** Tells the test, also when nobody reads the console any more. */
export function tell(...told: Told): void {
  process.send?.(told)
}
