/** English: the way to the desk, and what the desk must allow. */
export const staffWords = {
  'app.staff': 'Staff',
  'training.frame': 'Training: nothing here is real',
  'staff.title': 'For staff',
  'staff.text': 'Please enter your PIN.',
  'staff.typed': '{count} digits',
  'staff.demo': 'Demo: PIN {staff} for staff, {manager} for managers.',
  'staff.setup': 'Set up this terminal',
  'approve.text': 'A member of staff allows this start with their PIN, here at this screen.',
  'approve.ask': 'Ask the front desk',
  'approve.title': 'Waiting for the front desk',
  'approve.left': 'left for the desk to answer',
  'approve.here': 'Staff: answer here',
  'approve.withdraw': 'Withdraw the request',
  'approve.declined': 'The front desk did not allow this start.',
  'approve.expired': 'Nobody answered in time.',
} as const
