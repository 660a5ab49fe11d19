/** What this tenant asks for besides the usual at registration (L108); `required` as in traps 22. */
export const ADDITIONAL_FIELDS = [
  {
    name: 'employee_id',
    description: 'Your company employee ID',
    required: 'true',
    type: 'text',
    value: '',
  },
  {
    name: 'licence_plate',
    description: 'Licence plate of your vehicle',
    required: '0',
    type: 'text',
    value: '',
  },
] as const

/** Currencies that an account may be held in. */
export const CURRENCIES = ['EUR', 'CHF', 'CZK', 'GBP'] as const

/** Shorter passwords are refused. In characters. */
export const SHORTEST_PASSWORD = 6
