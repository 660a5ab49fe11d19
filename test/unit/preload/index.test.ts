import { afterEach, expect, it, vi } from 'vitest'

const exposed = vi.hoisted(() => vi.fn<(name: string, api: object) => void>())
vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: exposed },
  ipcRenderer: { invoke: vi.fn(), on: vi.fn(), removeListener: vi.fn() },
}))

/** Runs the preload in a renderer with or without its walls. */
async function preload(walls: { sandboxed: boolean; contextIsolated: boolean }): Promise<void> {
  vi.resetModules()
  Object.assign(process, walls)
  await import('../../../src/preload/index.ts')
}

afterEach(() => {
  exposed.mockReset()
  for (const name of ['sandboxed', 'contextIsolated']) Reflect.deleteProperty(process, name)
})

it('a sandboxed and isolated page gets the bridge: two functions, and nothing of Electron', async () => {
  await preload({ sandboxed: true, contextIsolated: true })
  expect(exposed).toHaveBeenCalledTimes(1)
  const [name, api] = exposed.mock.calls[0] ?? []
  expect(name).toBe('terminal')
  expect(Object.keys(api ?? {})).toEqual(['invoke', 'on'])
})

it.each([
  { sandboxed: false, contextIsolated: true },
  { sandboxed: true, contextIsolated: false },
])('a page without its walls gets nothing: %j', async (walls) => {
  await expect(preload(walls)).rejects.toThrow('it gets no bridge')
  expect(exposed).not.toHaveBeenCalled()
})
