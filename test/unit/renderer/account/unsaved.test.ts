import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { useUnsaved } from '#renderer/desk/unsaved.ts'

describe('what was typed and not saved', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
  })

  it('keeps nobody where nothing would be lost', () => {
    const unsaved = useUnsaved()
    const go = vi.fn()
    effectScope().run(() => {
      unsaved.watchForm(() => false)
    })
    unsaved.leave(go)
    expect(go).toHaveBeenCalledOnce()
    expect(unsaved.pending).toBeNull()
  })

  it('asks first: who stays goes nowhere, who discards goes on', () => {
    const unsaved = useUnsaved()
    const go = vi.fn()
    effectScope().run(() => {
      unsaved.watchForm(() => true)
    })
    unsaved.leave(go)
    expect(unsaved.pending).not.toBeNull()
    unsaved.stay()
    expect(go).not.toHaveBeenCalled()
    unsaved.leave(go)
    unsaved.discard()
    expect(go).toHaveBeenCalledOnce()
    expect(unsaved.pending).toBeNull()
  })

  it('counts no longer once its form is gone', () => {
    const unsaved = useUnsaved()
    const form = effectScope()
    form.run(() => {
      unsaved.watchForm(() => true)
    })
    form.stop()
    const go = vi.fn()
    unsaved.leave(go)
    expect(go).toHaveBeenCalledOnce()
  })
})
