import { executeCodegen } from '@graphql-codegen/cli'
import { addTypenameSelectionDocumentTransform, preset } from '@graphql-codegen/client-preset'
import type { OperationFile } from './sources.ts'

/** What the code generator makes of the operations. */
export interface TypedDocuments {
  /** Typed texts for the main process. */
  main: string
  /** Typed documents for the renderer's ask lane, each with its id in `__meta__.hash`. */
  ask: string
  /** Texts of the ask lane by id: `sha256:` and the hash of the text in hex. */
  texts: Readonly<Record<string, string>>
}

const config = {
  scalars: { DateTime: 'string', ID: 'string' },
  strictScalars: true,
  useTypeImports: true,
  // The platform may answer values that the schema does not know: the types say so.
  futureProofEnums: true,
}

/** Throws with the generator's own message when an operation does not fit the schema. */
export async function generateDocuments(
  schema: string,
  files: readonly OperationFile[],
): Promise<TypedDocuments> {
  const textsOf = (main: boolean) =>
    files.filter((file) => (file.folder === 'main') === main).map((file) => file.text)
  const { result, error } = await executeCodegen({
    silent: true,
    schema,
    generates: {
      'main/': {
        preset,
        documents: textsOf(true),
        presetConfig: { fragmentMasking: false },
        config: { ...config, documentMode: 'string' },
      },
      'ask/': {
        preset,
        documents: textsOf(false),
        presetConfig: {
          fragmentMasking: false,
          persistedDocuments: { mode: 'embedHashInDocument', hashAlgorithm: 'sha256' },
        },
        documentTransforms: [addTypenameSelectionDocumentTransform],
        config,
      },
    },
  })
  if (error) throw error
  const content = (name: string) => {
    const file = result.find(({ filename }) => filename === name)
    if (!file) throw new Error(`The code generator made no ${name}`)
    return file.content
  }
  return {
    main: content('main/graphql.ts'),
    ask: content('ask/graphql.ts'),
    texts: JSON.parse(content('ask/persisted-documents.json')) as Record<string, string>,
  }
}
