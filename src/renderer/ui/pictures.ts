/** The icons of icons.svg, in the order of the strip. */
export const iconNames = [
  'check',
  'bolt',
  'person',
  'plug',
  'cross',
  'question',
  'clock',
  'hourglass',
  'lock',
  'minus',
  'back',
  'help',
  'sun',
  'moon',
  'contrast',
  'phone',
  'card',
  'stop',
  'alert',
  'leaf',
  'gift',
  'receipt',
] as const

export type IconName = (typeof iconNames)[number]
