import { expect, it, vi } from 'vitest'
import { effectScope, ref } from 'vue'
import { useParts } from '#renderer/guest/many/use-parts.ts'

it('draws the first list of a page in parts, a task each, and later ones at once', async () => {
  const tasks: (() => void)[] = []
  vi.stubGlobal('scheduler', {
    yield: () => new Promise<void>((resolve) => tasks.push(resolve)),
  })
  const wanted = ref(0)
  const scope = effectScope()
  const nextTask = async (): Promise<void> => {
    await vi.waitFor(() => {
      expect(tasks).toHaveLength(1)
    })
    tasks.shift()?.()
    await Promise.resolve()
  }
  await scope.run(async () => {
    const drawn = useParts(2, () => wanted.value)
    expect(drawn.value).toBe(2)
    wanted.value = 5
    await nextTask()
    expect(drawn.value).toBe(4)
    await nextTask()
    await vi.waitFor(() => {
      expect(drawn.value).toBe(Infinity)
    })

    expect(useParts(2, () => 5).value).toBe(Infinity)
  })
  expect(tasks).toEqual([])
  scope.stop()
})
