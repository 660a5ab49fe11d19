import { describe, expect, it } from 'vitest'
import { ref } from 'vue'
import { useMarks } from '#renderer/ui/table/use-marks.ts'

const KEYS = ['a', 'b', 'c', 'd', 'e']

function aTable(chosen: string[] | null = []) {
  const marked = ref<ReadonlySet<string> | null>(chosen && new Set(chosen))
  const marks = useMarks(marked, () => KEYS)
  return { marks, chosen: () => [...(marked.value ?? [])].toSorted() }
}

describe('rows that are chosen together', () => {
  it('come and go one by one', () => {
    const { marks, chosen } = aTable()
    marks.toggle('b', false)
    marks.toggle('d', false)
    expect(chosen()).toEqual(['b', 'd'])
    marks.toggle('b', false)
    expect(chosen()).toEqual(['d'])
  })

  it('come with all from the last one that was touched, either way', () => {
    const { marks, chosen } = aTable(['e'])
    marks.toggle('c', false)
    marks.toggle('a', true)
    expect(chosen()).toEqual(['a', 'b', 'c', 'e'])
  })

  it('take two rows of a step with the keys, and what lies between', () => {
    const { marks, chosen } = aTable()
    marks.between('b', 'c')
    marks.between('c', 'd')
    expect(chosen()).toEqual(['b', 'c', 'd'])
  })

  it('are all, then none', () => {
    const { marks, chosen } = aTable(['a'])
    expect(marks.extent.value).toBe('some')
    marks.toggleAll()
    expect([marks.extent.value, chosen()]).toEqual(['all', KEYS])
    marks.toggleAll()
    expect([marks.extent.value, chosen()]).toEqual(['none', []])
  })

  it('are none where rows cannot be chosen', () => {
    const { marks, chosen } = aTable(null)
    marks.toggle('a', false)
    marks.toggleAll()
    expect(chosen()).toEqual([])
  })
})
