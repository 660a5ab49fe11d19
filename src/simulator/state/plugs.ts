import type { Plug } from './model.ts'

const THREE_PHASE = '380 - 480V, 3-Phase ≤32A'
const ONE_PHASE = '200 - 240V, 1-Phase ≤16A'
const DC_FAST = 'Off-board DC'

/** The kinds of connector of the demo network. */
export const PLUGS = {
  type2Socket22: ac('36', 'Type 2 – 22 kW', 'Type 2 Outlet', 'IEC-62196-T2', THREE_PHASE, 22),
  type2Socket11: ac('35', 'Type 2 – 11 kW', 'Type 2 Outlet', 'IEC-62196-T2', THREE_PHASE, 11),
  type2Cable22: ac('37', 'Type 2 cable – 22 kW', 'Type 2 Cable', 'IEC-62196-T2', THREE_PHASE, 22),
  type1Cable7: ac('21', 'Type 1 – 7.4 kW', 'Type 1 Cable', 'SAE-J1772', ONE_PHASE, 7.4),
  domestic: ac('11', 'Schuko – 3.7 kW', 'Domestic Socket', 'CEE-7-4', ONE_PHASE, 3.7),
  ceeBlue: ac('14', 'CEE blue – 3.7 kW', 'CEE Blue', 'IEC-60309-2-single-16', ONE_PHASE, 3.7),
  ceeRed: ac('15', 'CEE red – 11 kW', 'CEE Red', 'IEC-60309-2-three-16', THREE_PHASE, 11),
  ccs50: dc('50', 'CCS – 50 kW', 'CCS/Combo 2', 'IEC-62196-T2-COMBO', 50),
  ccs150: dc('52', 'CCS – 150 kW', 'CCS/Combo 2', 'IEC-62196-T2-COMBO', 150),
  ccs300: dc('54', 'CCS – 300 kW', 'CCS/Combo 2', 'IEC-62196-T2-COMBO', 300),
  ccs1: dc('56', 'CCS 1 – 50 kW', 'CCS/Combo 1', 'IEC-62196-T1-COMBO', 50),
  chademo50: dc('60', 'CHAdeMO – 50 kW', 'CHAdeMO', 'CHADEMO', 50),
  nacs150: dc('64', 'NACS – 150 kW', 'Tesla/NACS', 'SAE-J3400', 150),
} as const satisfies Record<string, Plug>

export type PlugName = keyof typeof PLUGS

function ac(
  id: string,
  label: string,
  plugType: string,
  standard: string,
  facility: string,
  maxPowerKW: number,
): Plug {
  return { id, label, plugType, standard, current: 'AC', facility, mode: 'Mode_3', maxPowerKW }
}

function dc(
  id: string,
  label: string,
  plugType: string,
  standard: string,
  maxPowerKW: number,
): Plug {
  return {
    id,
    label,
    plugType,
    standard,
    current: 'DC',
    facility: DC_FAST,
    mode: 'Mode_4',
    maxPowerKW,
  }
}
