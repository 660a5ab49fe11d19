import { describe, expect, it } from 'vitest'
import { generateDocuments, OperationError } from '#tools/generate/documents.ts'

const schema = 'type Query { site(id: ID!): String }'

function generate(folder: 'main' | 'guest', text: string) {
  const path = `src/platform/operations/${folder}/site.graphql`
  return generateDocuments(schema, [{ folder, path, text }])
}

describe.each(['main', 'guest'] as const)('an operation of %s', (folder) => {
  it.each([
    ['asks for what the schema does not have', 'query Site {\n  city\n}', '2:3'],
    ['cannot be read', 'query Site {\n  site(\n}', '3:1'],
  ])('that %s is told with its file and place', async (_, text, place) => {
    const generated = generate(folder, text)
    await expect(generated).rejects.toThrow(OperationError)
    await expect(generated).rejects.toThrow(
      `src/platform/operations/${folder}/site.graphql:${place}`,
    )
  })
})
