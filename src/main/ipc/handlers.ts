import type { Handlers } from './dispatch.ts'
import { accessHandlers, type AccessParts } from './handlers-access.ts'
import { accountHandlers, type AccountParts } from './handlers-account.ts'
import { deskLiveHandlers, type DeskLiveParts } from './handlers-desk-live.ts'
import { deskSessionsHandlers, type DeskSessionsParts } from './handlers-desk-sessions.ts'
import { guestHandlers, type GuestParts } from './handlers-guest.ts'
import { houseHandlers, type HouseParts } from './handlers-house.ts'
import { setupHandlers, type SetupParts } from './handlers-setup.ts'

export type HandlerParts = GuestParts &
  AccessParts &
  DeskLiveParts &
  DeskSessionsParts &
  AccountParts &
  SetupParts &
  HouseParts

/** What each command of the contract does. */
export function createHandlers(parts: HandlerParts): Handlers {
  return {
    ...guestHandlers(parts),
    ...accessHandlers(parts),
    ...deskLiveHandlers(parts),
    ...deskSessionsHandlers(parts),
    ...accountHandlers(parts),
    ...setupHandlers(parts),
    ...houseHandlers(parts),
  }
}
