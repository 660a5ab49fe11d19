import { readGuestSettings, type GuestRules } from '#main/settings/guest-settings.ts'

/** What guests may do where a card reader is attached and nobody has said more. */
export const defaultGuestRules: GuestRules = readGuestSettings({ reader: true }, false).settings
  .rules
