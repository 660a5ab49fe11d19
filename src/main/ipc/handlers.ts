import type { Handlers } from './dispatch.ts'
import { accessHandlers, type AccessParts } from './handlers-access.ts'
import { deskCardsHandlers, type DeskCardsParts } from './handlers-desk-cards.ts'
import { deskDocumentsHandlers, type DeskDocumentsParts } from './handlers-desk-documents.ts'
import { accountHandlers, type AccountParts } from './handlers-account.ts'
import { deskLiveHandlers, type DeskLiveParts } from './handlers-desk-live.ts'
import { deskSessionsHandlers, type DeskSessionsParts } from './handlers-desk-sessions.ts'
import { deskStartsHandlers, type DeskStartsParts } from './handlers-desk-starts.ts'
import { guestHandlers, type GuestParts } from './handlers-guest.ts'
import { speechHandlers, type SpeechParts } from './handlers-speech.ts'
import { systemHandlers, type SystemParts } from './handlers-system.ts'
import { setupHandlers, type SetupParts } from './handlers-setup.ts'

export type HandlerParts = GuestParts &
  AccessParts &
  DeskLiveParts &
  DeskSessionsParts &
  DeskStartsParts &
  DeskCardsParts &
  DeskDocumentsParts &
  AccountParts &
  SetupParts &
  SystemParts &
  SpeechParts

/** What each command of the contract does. */
export function createHandlers(parts: HandlerParts): Handlers {
  return {
    ...guestHandlers(parts),
    ...accessHandlers(parts),
    ...deskLiveHandlers(parts),
    ...deskSessionsHandlers(parts),
    ...deskStartsHandlers(parts),
    ...deskCardsHandlers(parts),
    ...deskDocumentsHandlers(parts),
    ...accountHandlers(parts),
    ...setupHandlers(parts),
    ...speechHandlers(parts),
    ...systemHandlers(parts),
  }
}
