import { executeCodegen } from '@graphql-codegen/cli'
import { addTypenameSelectionDocumentTransform, preset } from '@graphql-codegen/client-preset'
import {
  buildSchema,
  concatAST,
  NoUnusedFragmentsRule,
  parse,
  Source,
  specifiedRules,
  validate,
} from 'graphql'
import type { DocumentNode } from 'graphql'
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

/** An operation does not fit the schema: the message says file, line and column, and shows the place. */
export class OperationError extends Error {}

/**
 * Typed documents of all operations.
 * @throws {OperationError}
 */
export async function generateDocuments(
  schema: string,
  files: readonly OperationFile[],
): Promise<TypedDocuments> {
  const mainFiles = files.filter(({ folder }) => folder === 'main')
  const askFiles = files.filter(({ folder }) => folder !== 'main')
  for (const group of [mainFiles, askFiles]) assertFit(schema, group)
  const { result, error } = await executeCodegen({
    silent: true,
    schema,
    generates: {
      'main/': {
        preset,
        documents: mainFiles.map(({ text }) => text),
        presetConfig: { fragmentMasking: false },
        config: { ...config, documentMode: 'string' },
      },
      'ask/': {
        preset,
        documents: askFiles.map(({ text }) => text),
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

// Main's own builders of documents for n ids use the fragments that no operation does.
const rules = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule)

// The code generator is handed bare texts, and would name none of their files.
function assertFit(schema: string, files: readonly OperationFile[]): void {
  const errors = validate(buildSchema(schema), concatAST(files.map(documentOf)), rules)
  if (errors.length > 0) throw new OperationError(errors.map(String).join('\n\n'))
}

function documentOf({ path, text }: OperationFile): DocumentNode {
  try {
    return parse(new Source(text, path))
  } catch (error) {
    throw new OperationError(String(error), { cause: error })
  }
}
