import { describe, expect, it } from 'vitest'
import { CommandError } from '#main/core/errors.ts'
import { createDocuments, type OpenOutside } from '#main/documents/documents.ts'
import type { Platform } from '#main/platform/platform.ts'

const LINK = 'https://files.example/invoice.pdf'

function documentsWith(downloadLink: string | null, open?: OpenOutside | null) {
  const happened: string[] = []
  const platform = {
    execute: () =>
      Promise.resolve({
        data: { accountDocument: downloadLink === null ? null : { downloadLink } },
        errors: [],
        atMs: 0,
        bytes: 0,
      }),
  } as unknown as Platform
  const noted: OpenOutside = (url) => {
    happened.push(`opened ${url}`)
    return Promise.resolve()
  }
  const documents = createDocuments({
    platform,
    audit: { write: ({ action, subject }) => happened.push(`${action} ${subject ?? ''}`) },
    openOutside: open === undefined ? noted : open,
  })
  return { documents, happened }
}

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const thrown: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  )
  return thrown instanceof CommandError ? thrown.failure.code : 'none'
}

describe('a document in the system’s viewer', () => {
  it.each([
    LINK,
    'http://127.0.0.1:4000/documents/1.pdf',
    'http://localhost/1.pdf',
    'http://[::1]/1.pdf',
  ])(
    'is opened by the link that the platform told, after it was written down: %s',
    async (link) => {
      const { documents, happened } = documentsWith(link)
      await documents.open('d1')
      expect(happened).toEqual(['open-document d1', `opened ${link}`])
    },
  )

  it.each([
    'http://files.example/1.pdf',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://files.example/1.pdf',
    'http://127.0.0.1.files.example/1.pdf',
    'https://files.example@other.example/1.pdf',
    'http://localhost@other.example/1.pdf',
    'invoice.pdf',
    '',
  ])('is not opened by a link that could start anything else: %s', async (link) => {
    const { documents, happened } = documentsWith(link)
    expect(await codeOf(documents.open('d1'))).toBe('unexpected-answer')
    expect(happened).toEqual([])
  })

  it('is not opened in kiosk mode', async () => {
    expect(await codeOf(documentsWith(LINK, null).documents.open('d1'))).toBe('no-viewer')
  })

  it('says so where the system has no viewer', async () => {
    const { documents } = documentsWith(LINK, () => Promise.reject(new Error('no application')))
    expect(await codeOf(documents.open('d1'))).toBe('no-viewer')
  })

  it('is not opened where the platform tells no link to it', async () => {
    expect(await codeOf(documentsWith(null).documents.open('d1'))).toBe('unexpected-answer')
  })
})
