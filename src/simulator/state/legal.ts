import type { Random } from '../random.ts'

/** LegalDocumentTypeEnum (L5467). */
export type LegalType = 'TERMS_AND_CONDITIONS' | 'PRIVACY_POLICY'

export interface LegalDocument {
  id: string
  type: LegalType
  version: string
  title: string
}

/** The tenant's legal documents. Acceptance is of one version: a new one asks for it again. */
export interface Legal {
  /** One of each type. */
  inForce(): readonly LegalDocument[]
  ofType(type: LegalType): LegalDocument
  /** Earlier versions stay readable. */
  find(id: string): LegalDocument | undefined
  /** A new version comes into force. */
  publish(type: LegalType, version: string): LegalDocument
}

const TITLES: Record<LegalType, string> = {
  TERMS_AND_CONDITIONS: 'Terms and conditions',
  PRIVACY_POLICY: 'Privacy policy',
}

const FIRST: Record<LegalType, LegalDocument> = {
  TERMS_AND_CONDITIONS: {
    id: 'e7076445-fbaa-465b-af4f-925f4472560f',
    type: 'TERMS_AND_CONDITIONS',
    version: '3.0',
    title: `${TITLES.TERMS_AND_CONDITIONS} 3.0`,
  },
  PRIVACY_POLICY: {
    id: '0d3c6a0e-8c52-4c4d-9d59-6f53c9a4b1f7',
    type: 'PRIVACY_POLICY',
    version: '2.1',
    title: `${TITLES.PRIVACY_POLICY} 2.1`,
  },
}

export function createLegal(ids: Random): Legal {
  const current = { ...FIRST }
  const all = new Map(Object.values(FIRST).map((document) => [document.id, document]))
  return {
    inForce: () => Object.values(current),
    ofType: (type) => current[type],
    find: (id) => all.get(id),
    publish(type, version) {
      const document = { id: ids.uuid(), type, version, title: `${TITLES[type]} ${version}` }
      current[type] = document
      all.set(document.id, document)
      return document
    },
  }
}
