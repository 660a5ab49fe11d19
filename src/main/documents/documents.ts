import type { Audit } from '#main/desk/audit.ts'
import { CommandError, failureOf } from '#main/errors.ts'
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
      const link = data.accountDocument?.downloadLink ?? null
      if (link === null) throw refusal('unexpected-answer', 'the platform told no link to it')
      if (!leadsToPage(link)) throw refusal('unexpected-answer', 'the link is no https link')
      audit.write({ action: 'open-document', subject: documentId })
      await openOutside(link).catch((error: unknown) => {
        throw refusal('no-viewer', `the system opened nothing: ${String(error)}`)
      })
    },
  }
}

const refusal = (...told: Parameters<typeof failureOf>): CommandError =>
  new CommandError(failureOf(...told))

/** https, or the demo network's http on this machine: nothing else may start a program. */
export const leadsToPage = (link: string): boolean => linkOf(link) !== null
