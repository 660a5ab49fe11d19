import type { deskDocumentsCommands } from '#contract/commands/desk-documents.ts'
import type { Documents } from '#main/documents/documents.ts'
import type { Handlers } from './dispatch.ts'

export interface DeskDocumentsParts {
  documents: Documents
}

/** What the desk does with the account's documents. */
export function deskDocumentsHandlers({
  documents,
}: DeskDocumentsParts): Pick<Handlers, keyof typeof deskDocumentsCommands> {
  return {
    'documents.open': async ({ documentId }) => {
      await documents.open(documentId)
      return null
    },
  }
}
