import {
  concatAST,
  Kind,
  parse,
  print,
  specifiedRules,
  NoDeprecatedCustomRule,
  NoUnusedFragmentsRule,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import type { DocumentNode, FieldNode, OperationDefinitionNode } from 'graphql'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import * as ask from '#platform/generated/ask/graphql.ts'
import { buildStationsDocument } from '#platform/batches.ts'
import { trustedOperations } from '#platform/generated/trusted.ts'
import { buildRefreshDocument } from '#platform/refresh.ts'
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

const MARKETING = 'ignoreMarketingConfiguration'

/** Fields that could be read whatever the public map hides, and what they say about it. */
function marketingIn(document: DocumentNode): { field: string; said: string }[] {
  const found: { field: string; said: string }[] = []
  const typeInfo = new TypeInfo(schema)
  const saidBy = ({ arguments: given }: FieldNode): string => {
    const value = given?.find(({ name }) => name.value === MARKETING)?.value
    return value ? print(value) : 'nothing'
  }
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field: (node) => {
        if (typeInfo.getFieldDef()?.args.some(({ name }) => name === MARKETING)) {
          found.push({ field: node.alias?.value ?? node.name.value, said: saidBy(node) })
        }
      },
    }),
  )
  return found
}

describe('a read of a site, a station or a connector', () => {
  const shape = { site: true, stations: 2, attempts: 0, chargelogs: 0 }

  it.each([
    ['every operation', documentOf(...operationFolders)],
    ['a refresh', parse(buildRefreshDocument(shape).text)],
    ['a batch of stations', parse(buildStationsDocument(2).text)],
  ])('finds what the public map hides: %s', (_, document) => {
    const fields = marketingIn(document)
    expect(fields.length).toBeGreaterThan(1)
    expect(fields.filter(({ said }) => said !== 'true')).toEqual([])
  })
})

it('a means of payment is registered for a browser, which goes back to a page', () => {
  const file = files.find(({ text }) => text.includes('registerPaymentMethod('))
  expect(file?.text).toMatch(/callbackType: HTML/)
})

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
