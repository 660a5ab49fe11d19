// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { describe, expect, it } from 'vitest'
import { speakDesk, useDeskText } from '#renderer/i18n/desk-text.ts'
import { isolated, joined } from '#renderer/i18n/isolated.ts'

const turned = 'Wk \u202E5.1'

describe('a delivered text that turns its direction', () => {
  it('turns nothing beside it', () => {
    expect(isolated(turned)).toBe(`\u2068${turned}\u2069`)
    expect(joined(['A', null, '', turned, 'B'], ' · ')).toBe(`A · \u2068${turned}\u2069 · B`)
  })

  it('cannot end its isolation by itself', () => {
    expect(isolated('\u2069\u202Eabc')).toBe('\u2068\u202Eabc\u2069')
  })

  it('is isolated in a message, too', async () => {
    setActivePinia(createPinia())
    await speakDesk('en')
    const { t } = useDeskText()
    expect(t('cards.kept', { name: turned })).toContain(`“\u2068${turned}\u2069”`)
  })
})

describe('any other text', () => {
  it('stays as it was delivered', () => {
    expect(isolated('Hotel Mozart')).toBe('Hotel Mozart')
  })
})
