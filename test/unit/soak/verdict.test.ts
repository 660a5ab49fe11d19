import { describe, expect, it } from 'vitest'
import type { Sample } from '#test/soak/samples.ts'
import { judge } from '#test/soak/verdict.ts'

const hourly = (name: string, at: (hour: number) => number): Sample[] =>
  Array.from({ length: 48 }, (_, hour) => ({ hour, values: { [name]: at(hour) } }))
const window = { warmUpHours: 12, windowHours: 6 }

describe('the verdict on days in minutes', () => {
  it('does not count what grows while the terminal warms up', () => {
    const samples = hourly('main heap, bytes', (hour) => (hour < 12 ? hour * 1e6 : 12e6))
    expect(judge(samples, window)).toMatchObject([{ percent: 0, holds: true }])
  })

  it('tells what grows by more than 5 %', () => {
    const samples = hourly('main heap, bytes', (hour) => 40e6 + hour * 1e5)
    expect(judge(samples, window)).toMatchObject([{ holds: false }])
  })

  it('is not fooled by a rush hour at the end', () => {
    const samples = hourly('page heap, bytes', (hour) => (hour === 47 ? 20e6 : 10e6))
    expect(judge(samples, window)).toMatchObject([{ start: 10e6, end: 10e6, holds: true }])
  })

  it('lets counts differ by what is open at any moment, and tells more than that', () => {
    const few = hourly('main open files', (hour) => (hour < 24 ? 20 : 23))
    const many = hourly('main open files', (hour) => (hour < 24 ? 20 : 24))
    expect(judge(few, window)).toMatchObject([{ holds: true }])
    expect(judge(many, window)).toMatchObject([{ holds: false }])
  })

  it('tells sockets that stay from those that come and go', () => {
    const busier = hourly('main sockets', (hour) => (hour < 24 || hour % 3 === 0 ? 11 : 19))
    const leaking = hourly('main sockets', (hour) => (hour % 3 === 0 ? 11 : 19) + hour / 4)
    expect(judge(busier, window)).toMatchObject([{ start: 11, end: 11, holds: true }])
    expect(judge(leaking, window)).toMatchObject([{ holds: false }])
  })
})
