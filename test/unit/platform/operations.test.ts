import {
  concatAST,
  Kind,
  parse,
  specifiedRules,
  NoDeprecatedCustomRule,
  NoUnusedFragmentsRule,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import type { DocumentNode, OperationDefinitionNode } from 'graphql'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import * as ask from '#platform/generated/ask/graphql.ts'
import { trustedOperations } from '#platform/generated/trusted.ts'
import { generateFiles } from '#tools/generate/files.ts'
import { operationFolders, readOperationFiles } from '#tools/generate/sources.ts'
import type { OperationFolder } from '#tools/generate/sources.ts'
import { staleFiles } from '#tools/generate/stale.ts'
import { problemsOf, schema } from './documents.ts'

const files = readOperationFiles()
const rendererFolders = operationFolders.filter((folder) => folder !== 'main')

/** Fields that would carry a secret into the renderer. */
const secretFields = new Set([
  'Card.tagId',
  'CardForChargingProcess.tagId',
  'CardInterface.tagId',
  'UpdateCardResponse.tagId',
  'Chargelog.authId',
  'SessionAuthenticationResponse.sessionToken',
  'SessionAuthenticationResponse.refreshToken',
])

function documentOf(...folders: OperationFolder[]): DocumentNode {
  return concatAST(
    files.filter(({ folder }) => folders.includes(folder)).map(({ text }) => parse(text)),
  )
}

function operationsIn(document: DocumentNode): OperationDefinitionNode[] {
  return document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION)
}

function namesIn(document: DocumentNode): string[] {
  return operationsIn(document).map((operation) => operation.name?.value ?? '')
}

function selectedFields(document: DocumentNode): string[] {
  const selected: string[] = []
  const typeInfo = new TypeInfo(schema)
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field: (node) => {
        selected.push(`${typeInfo.getParentType()?.name ?? ''}.${node.name.value}`)
      },
    }),
  )
  return selected
}

describe('the operations', () => {
  // Some fragments of main serve the documents that it builds itself.
  const rules = [...specifiedRules, NoDeprecatedCustomRule].filter(
    (rule) => rule !== NoUnusedFragmentsRule,
  )

  it.each([
    ['main', documentOf('main')],
    ['the renderer', documentOf(...rendererFolders)],
  ])('of %s fit the schema and use nothing deprecated', (_, document) => {
    expect(validate(schema, document, rules)).toEqual([])
  })

  it('have names of their own', () => {
    const names = namesIn(documentOf(...operationFolders))
    expect(names).not.toContain('')
    expect(names).toEqual([...new Set(names)])
  })

  it('of the renderer select nothing that identifies a card or a session to the platform', () => {
    const selected = selectedFields(documentOf(...rendererFolders))
    expect(selected).toContain('Query.cp')
    expect(selected.filter((field) => secretFields.has(field))).toEqual([])
  })

  it('of the renderer never ask for the identifier that a session was authorised with', () => {
    expect(selectedFields(documentOf(...rendererFolders))).not.toContain('Chargelog.authId')
  })
})

describe('the manifest of trusted operations', () => {
  const entries = Object.entries(trustedOperations)

  it('holds every operation of the renderer, and none of main', () => {
    const names = entries.map(([, operation]) => operation.name)
    expect(names.sort()).toEqual(namesIn(documentOf(...rendererFolders)).sort())
  })

  it.each(entries)('%s is the hash of a valid text', (id, { text }) => {
    expect(id).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`)
    expect(problemsOf(text)).toEqual([])
  })

  it('has the ids that the documents of the renderer carry', () => {
    // Fragments are parts of operations: nobody asks for them.
    const documents: unknown[] = Object.values(ask).filter(({ definitions }) =>
      definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION),
    )
    const ids = documents.map(
      (document) => (document as { __meta__: { hash: string } }).__meta__.hash,
    )
    expect(ids.sort()).toEqual(Object.keys(trustedOperations).sort())
  })

  it.each([
    ['guest', ['guest', 'desk', 'setup']],
    ['desk', ['desk', 'setup']],
    ['setup', ['setup']],
  ] as const)('allows what lies in %s in the modes %j', (folder, modes) => {
    const names = namesIn(documentOf(folder))
    const trusted = entries.map(([, operation]) => operation)
    for (const { name, modes: allowed } of trusted) {
      if (names.includes(name)) expect(allowed).toEqual(modes)
    }
  })
})

describe('the generated files', () => {
  it('are up to date', async () => {
    expect(staleFiles(await generateFiles())).toEqual([])
  })
})
