import type { PersonWithPin } from '#main/settings/table/people.ts'

/** Who may come to the desk of the demo network. Shown on its PIN screen: they protect nothing. */
export const demoPeople: readonly PersonWithPin[] = [
  { name: 'Front desk', role: 'staff', pin: '2468' },
  { name: 'Manager', role: 'manager', pin: '135790' },
]
