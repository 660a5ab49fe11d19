import type { Audit } from '#main/desk/audit.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { Platform } from '#main/platform/platform.ts'
import { DocumentLinkDocument } from '#platform/generated/main/graphql.ts'
import { linkOf } from '#platform/link.ts'

/** Hands a link to the system's own program for it; rejects where there is none. */
export type OpenOutside = (url: string) => Promise<void>

export interface Documents {
  /**
   * Opens a document in the system's viewer. Throws a CommandError (`no-viewer` in kiosk mode or where
   * the system has none, `unexpected-answer` where the platform tells no link to a page, `storage`) or
   * a PlatformError.
   */
  open(documentId: string): Promise<void>
}

export function createDocuments(deps: {
  platform: Platform
  audit: Pick<Audit, 'write'>
  /** Null in kiosk mode. */
  openOutside: OpenOutside | null
}): Documents {
  const { platform, audit, openOutside } = deps
  return {
    async open(documentId) {
      if (!openOutside) throw refusal('no-viewer', 'nothing is opened outside in kiosk mode')
      const { data } = await platform.execute(DocumentLinkDocument, { id: documentId })
      // https, or the demo network's http on this machine: nothing else may start a program.
      const link = linkOf(data.accountDocument?.downloadLink)
      if (link === null) throw refusal('unexpected-answer', 'the platform told no https link to it')
      audit.write({ action: 'open-document', subject: documentId })
      await openOutside(link).catch((error: unknown) => {
        throw refusal('no-viewer', `the system opened nothing: ${String(error)}`)
      })
    },
  }
}

const refusal = (...facts: Parameters<typeof failureOf>): CommandError =>
  new CommandError(failureOf(...facts))
