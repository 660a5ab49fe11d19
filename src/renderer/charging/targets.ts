import type { Target } from '#contract/charging.ts'
import type { Formats } from '../i18n/format.ts'

export type TargetKind = Target['kind']

interface Range {
  readonly least: number
  readonly most: number
  readonly step: number
  /** What is set when the kind is chosen. */
  readonly first: number
}

const MINUTE_MS = 60_000

/** How far each kind of target goes, within the contract's limits: minutes, kWh, percent. */
export const ranges: Readonly<Record<TargetKind, Range>> = {
  time: { least: 15, most: 720, step: 15, first: 120 },
  energy: { least: 5, most: 150, step: 5, first: 20 },
  charge: { least: 10, most: 100, step: 5, first: 80 },
}

export function amountOf(target: Target): number {
  switch (target.kind) {
    case 'time':
      return target.minutes
    case 'energy':
      return target.energyKWh
    case 'charge':
      return target.percent
  }
}

export function targetOf(kind: TargetKind, amount: number): Target {
  switch (kind) {
    case 'time':
      return { kind, minutes: amount }
    case 'energy':
      return { kind, energyKWh: amount }
    case 'charge':
      return { kind, percent: amount }
  }
}

/** `2 h`, `20 kWh` or `80 %`. */
export function amountWords(target: Target, f: Formats): string {
  switch (target.kind) {
    case 'time':
      return f.duration(target.minutes * MINUTE_MS)
    case 'energy':
      return f.kWh(target.energyKWh, 0)
    case 'charge':
      return f.percent(target.percent)
  }
}
