import { availableParallelism, cpus } from 'node:os'
import type { ProcessMetric } from 'electron'
import { beforeEach, expect, it, vi } from 'vitest'
import { createProcessorTime } from '#main/shell/processor-time.ts'

vi.mock('node:os', () => ({ cpus: vi.fn(), availableParallelism: vi.fn() }))

const processes: { pid: number; seconds: number | undefined }[] = []
const metrics = (): ProcessMetric[] =>
  processes.map(
    ({ pid, seconds }) => ({ pid, cpu: { cumulativeCPUUsage: seconds } }) as ProcessMetric,
  )

/** So much each processor of the machine has been idle since it was started (ms). */
function idle(...eachMs: number[]): void {
  vi.mocked(cpus).mockReturnValue(
    eachMs.map((idleMs) => ({ times: { idle: idleMs } }) as ReturnType<typeof cpus>[number]),
  )
}

beforeEach(() => {
  processes.splice(0, processes.length, { pid: 1, seconds: 1 }, { pid: 2, seconds: 9 })
  idle(100, 200)
  vi.mocked(availableParallelism).mockReturnValue(2)
})

it('is what a process ran and what nobody wanted, since it was asked last', () => {
  const processorTime = createProcessorTime(metrics)
  processorTime(1)
  processes.splice(0, 1, { pid: 1, seconds: 1.25 })
  idle(150, 220)
  expect(processorTime(1)).toEqual({ ranMs: 250, freeMs: 70 })
  expect(processorTime(1)).toEqual({ ranMs: 0, freeMs: 0 })
})

it('is not known of a process that is new, gone, or told nothing of', () => {
  const processorTime = createProcessorTime(metrics)
  expect(processorTime(1).ranMs).toBeNull()
  expect(processorTime(2).ranMs).toBeNull()
  processes.pop()
  expect(processorTime(2).ranMs).toBeNull()
  processes.push({ pid: 2, seconds: undefined })
  expect(processorTime(2).ranMs).toBeNull()
})

it('does not count processors that the program may not use', () => {
  vi.mocked(availableParallelism).mockReturnValue(1)
  const times = vi.spyOn(performance, 'now').mockReturnValue(0)
  const processorTime = createProcessorTime(metrics)
  processorTime(1)
  times.mockReturnValue(600)
  idle(700, 250)
  expect(processorTime(1).freeMs).toBe(50)
  times.mockRestore()
})
