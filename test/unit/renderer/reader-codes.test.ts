import { describe, expect, it } from 'vitest'
import { classify } from '#renderer/reader/codes.ts'

describe('what a reader read', () => {
  it.each([
    ['AT*HTB*E1001*1', 'AT*HTB*E1001*1'],
    ['at*htb*e1001*1', 'AT*HTB*E1001*1'],
    ['ATHTBE10011Z', 'ATHTBE10011Z'],
    ['+49*123*4567', '+49*123*4567'],
    ['https://charge.example/AT*HTB*E1001*1', 'AT*HTB*E1001*1'],
    ['https://charge.example/qr?evse=AT%2AHTB%2AE1001%2A1&lang=de', 'AT*HTB*E1001*1'],
    ['https://charge.example/start/AT*HTB*E1001*1/now', 'AT*HTB*E1001*1'],
    ['https://charge.example/#/AT*HTB*E1001*1', 'AT*HTB*E1001*1'],
  ])('is the code of a station: %s', (typed, evseId) => {
    expect(classify(typed)).toEqual({ kind: 'evse', evseId })
  })

  it.each(['04A2FF61', '04A2FF61B2C380', 'DEADBEEF', 'DE-8AC-C12345678-X', '12345678'])(
    'is a card: %s',
    (tag) => {
      expect(classify(tag)).toEqual({ kind: 'tag', tag })
    },
  )

  it.each(['https://example.com/menu', 'http://example.com/?table=4', 'https://%'])(
    'is a web address from elsewhere, and never taken for a card: %s',
    (typed) => {
      expect(classify(typed)).toEqual({ kind: 'elsewhere' })
    },
  )

  it.each(['', '   ', '123', 'x'.repeat(65)])('is nothing that could be used: “%s”', (typed) => {
    expect(classify(typed)).toEqual({ kind: 'unreadable' })
  })
})
