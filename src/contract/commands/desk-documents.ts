import { z } from 'zod'
import { deskOnly, done, id } from './parts.ts'

/** The account's documents. */
export const deskDocumentsCommands = {
  /**
   * Opens a document (`accountDocument`) in the system's viewer. The link is asked of the platform by
   * main; never in kiosk mode (`no-viewer`). Goes into the audit trail.
   */
  'documents.open': { input: z.strictObject({ documentId: id }), output: done, modes: deskOnly },
} as const
