import { expect, it } from 'vitest'
import { trustedOperations } from '#platform/generated/trusted.ts'
import { startStand } from './stand.ts'

it('texts that come in the reader’s language are asked for in it, and only they', async () => {
  const stand = await startStand()
  const [id = ''] =
    Object.entries(trustedOperations).find(([, { name }]) => name === 'LegalDocuments') ?? []
  const ask = stand.terminal.handlers['platform.ask']
  const urls = async (language?: string): Promise<string[]> => {
    const { data } = await ask({ id, variables: {}, ...(language && { language }) })
    return (data as { legalDocuments: { url: string }[] }).legalDocuments.map(({ url }) => url)
  }
  const [plain = ''] = await urls()
  expect(plain).toMatch(/\.pdf$/)
  expect((await urls('pl'))[0]).toBe(`${plain}?language=pl`)
  expect((await urls('hr'))[0]).toBe(`${plain}?language=hr`)
})
