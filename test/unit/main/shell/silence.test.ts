import { describe, expect, it } from 'vitest'
import {
  judge,
  longer,
  NO_SILENCE,
  type Meanwhile,
  type WindowState,
  type Verdict,
} from '#main/shell/silence.ts'

const SHOWN: WindowState = { isLoading: false, patience: 1 }
const LOADING: WindowState = { isLoading: true, patience: 1 }
const QUIET: Meanwhile = { lateMs: 1, ranMs: 0, freeMs: 1_190, isBlank: false }
const BUSY: Meanwhile = { ...QUIET, freeMs: 0 }

const silenceOf = (probes: number, meanwhile: Meanwhile) => {
  let silence = NO_SILENCE
  for (let each = 0; each < probes; each += 1) silence = longer(silence, meanwhile)
  return silence
}

describe('a silent window', () => {
  it.each<[name: string, probes: number, Partial<Meanwhile>, WindowState, Verdict]>([
    ['three probes say nothing', 3, { ...QUIET, ranMs: 600 }, SHOWN, 'well'],
    ['a loop on a quiet machine', 4, { ...QUIET, ranMs: 600 }, SHOWN, 'hung'],
    ['a loop that has every processor', 4, { ...BUSY, ranMs: 1_200 }, SHOWN, 'hung'],
    ['blocked or stopped on a quiet machine', 4, QUIET, SHOWN, 'hung'],
    ['blocked on a machine with a processor half free', 5, { ...BUSY, freeMs: 300 }, SHOWN, 'hung'],
    ['a loop on a busy machine, early', 13, { ...BUSY, ranMs: 110 }, SHOWN, 'starved'],
    ['a loop on a busy machine', 14, { ...BUSY, ranMs: 110 }, SHOWN, 'hung'],
    ['starved', 99, { ...BUSY, ranMs: 2 }, SHOWN, 'starved'],
    ['starved without an end', 100, { ...BUSY, ranMs: 2 }, SHOWN, 'hung'],
    [
      'nobody knows what it ran, and nobody is idle',
      99,
      { ...BUSY, ranMs: null },
      SHOWN,
      'starved',
    ],
    [
      'nobody knows what it ran, and a processor is idle',
      4,
      { ...QUIET, ranMs: null },
      SHOWN,
      'hung',
    ],
    ['white: it answers, and so it runs', 4, { ...BUSY, isBlank: true }, SHOWN, 'hung'],
    ['main is late, and others are idle', 99, { ...QUIET, lateMs: 900 }, SHOWN, 'starved'],
    ['main is late, and the window loops', 8, { ...QUIET, lateMs: 900, ranMs: 600 }, SHOWN, 'hung'],
    ['loading', 29, { ...QUIET, ranMs: 600 }, LOADING, 'well'],
    ['loading for too long', 30, { ...QUIET, ranMs: 600 }, LOADING, 'hung'],
    ['loading, starved', 499, { ...BUSY, ranMs: 2 }, LOADING, 'starved'],
    ['loading, starved without an end', 500, { ...BUSY, ranMs: 2 }, LOADING, 'hung'],
    ['blocked, after another silence', 7, QUIET, { ...SHOWN, patience: 2 }, 'well'],
    ['blocked longer, after another silence', 8, QUIET, { ...SHOWN, patience: 2 }, 'hung'],
    ['a loop, after many', 6, { ...QUIET, ranMs: 600 }, { ...SHOWN, patience: 8 }, 'hung'],
    ['starved, after many', 799, { ...BUSY, ranMs: 2 }, { ...SHOWN, patience: 8 }, 'starved'],
  ])('%s: after %i probes', (_name, probes, meanwhile, state, verdict) => {
    expect(judge(silenceOf(probes, { ...QUIET, ...meanwhile }), state)).toBe(verdict)
  })
})
