/** English: the live desk. */
export const liveWords = {
  'live.title': 'Live',
  'live.approvals': 'Guests are asking',
  'live.approval': 'Plug {number}: {option}',
  'live.approval.booking': 'Booking {reference}',
  'live.approval.left': '{time} left to answer',
  'live.approve': 'Allow and back to the guest',
  'live.decline': 'Decline',
} as const
