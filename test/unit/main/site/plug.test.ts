import { describe, expect, it } from 'vitest'
import { plugKindOf } from '#main/site/plug.ts'

describe('the kind of a plug', () => {
  it.each([
    ['Type 2 Outlet', 'type2'],
    ['Type 2 – 22 kW', 'type2'],
    ['IEC_62196_T2', 'type2'],
    ['Mennekes', 'type2'],
    ['IEC_62196_T2_COMBO', 'ccs2'],
    ['CCS', 'ccs2'],
    ['CCS Combo 2', 'ccs2'],
    ['CCS Type 1', 'ccs1'],
    ['IEC_62196_T1_COMBO', 'ccs1'],
    ['Type 1 (J1772)', 'type1'],
    ['CHAdeMO', 'chademo'],
    ['Schuko', 'schuko'],
    ['DOMESTIC_F', 'schuko'],
    ['NACS', 'nacs'],
    ['CEE 32A', 'cee'],
    ['IEC_60309_2_three_32', 'cee'],
    ['Something new', 'other'],
  ])('%s is %s', (text, kind) => {
    expect(plugKindOf(text)).toBe(kind)
  })

  it('looks on when the first text says nothing', () => {
    expect(plugKindOf(null, '', 'Plug A', 'CCS')).toBe('ccs2')
    expect(plugKindOf(undefined, null)).toBe('other')
  })
})
