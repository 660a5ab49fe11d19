import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  validateSchema,
} from 'graphql'
import type { GraphQLEnumType, GraphQLObjectType, GraphQLType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { typeDefs } from '#platform/schema-text.ts'
import { reference } from './reference.ts'

const schema = buildSchema(typeDefs)

function fieldsOf(typeName: string): { name: string; type: GraphQLType }[] {
  const type = schema.getType(typeName)
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
    return Object.values<{ name: string; type: GraphQLType }>(type.getFields())
  }
  throw new Error(`${typeName} has no fields`)
}

function fieldTable(typeName: string): Record<string, string> {
  return Object.fromEntries(fieldsOf(typeName).map(({ name, type }) => [name, String(type)]))
}

function operationTable(root: GraphQLObjectType | null | undefined) {
  return Object.fromEntries(
    Object.values(root?.getFields() ?? {}).map((field) => [
      field.name,
      {
        returns: String(field.type),
        arguments: Object.fromEntries(field.args.map((arg) => [arg.name, String(arg.type)])),
      },
    ]),
  )
}

function enumType(name: string): GraphQLEnumType {
  const type = schema.getType(name)
  if (isEnumType(type)) return type
  throw new Error(`${name} is no enum`)
}

describe('the schema', () => {
  it('is valid', () => {
    expect(validateSchema(schema)).toEqual([])
  })

  it('has exactly the documented queries, with their arguments and answers', () => {
    expect(operationTable(schema.getQueryType())).toEqual(reference.queries)
    expect(Object.keys(reference.queries)).toHaveLength(36)
  })

  it('has exactly the documented mutations, with their arguments and answers', () => {
    expect(operationTable(schema.getMutationType())).toEqual(reference.mutations)
    expect(Object.keys(reference.mutations)).toHaveLength(23)
  })

  it('has no types but the documented ones', () => {
    const { objects, interfaces, inputs, enums, typesWithoutTable, scalars } = reference
    const documented = [objects, interfaces, inputs, enums, typesWithoutTable].flatMap(Object.keys)
    const declared = Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith('__'))
    expect(declared.sort()).toEqual([...documented, ...scalars, 'Query', 'Mutation'].sort())
  })
})

describe('the field tables of the reference', () => {
  it.each(Object.entries(reference.objects))('object %s', (name, fields) => {
    expect(isObjectType(schema.getType(name))).toBe(true)
    expect(fieldTable(name)).toEqual(fields)
  })

  it.each(Object.entries(reference.interfaces))('interface %s', (name, fields) => {
    expect(isInterfaceType(schema.getType(name))).toBe(true)
    expect(fieldTable(name)).toEqual(fields)
  })

  it.each(Object.entries(reference.inputs))('input %s', (name, fields) => {
    expect(isInputObjectType(schema.getType(name))).toBe(true)
    expect(fieldTable(name)).toEqual(fields)
  })

  it.each(Object.entries(reference.typesWithoutTable))('%s, by its example', (name, fields) => {
    const declared = fieldsOf(name)
      .map((field) => field.name)
      .sort()
    expect(declared).not.toEqual([])
    if (fields) expect(declared).toEqual(fields.toSorted())
  })
})

describe('the enums', () => {
  it.each(Object.entries(reference.enums))('%s', (name, { rows, printed }) => {
    const values = enumType(name)
      .getValues()
      .map((value) => value.name)
    expect(values).toEqual(expect.arrayContaining(printed))
    // The table of CardStatusActionEnum has one row, though the text uses both values.
    expect(values).toHaveLength(name === 'CardStatusActionEnum' ? 2 : rows)
  })
})

describe('what the interfaces stand for', () => {
  it.each([
    ['CardInterface', ['Card', 'CardForChargingProcess']],
    ['PaginationInterface', ['CursorPagination', 'Pagination']],
  ])('%s', (name, implementations) => {
    const type = schema.getType(name)
    if (!isInterfaceType(type)) throw new Error(`${name} is no interface`)
    const names = schema.getPossibleTypes(type).map((possible) => possible.name)
    expect(names.sort()).toEqual(implementations)
  })
})

describe('deprecations', () => {
  const reasons = new Map<string, string>()
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue
    for (const field of Object.values(type.getFields())) {
      if (field.deprecationReason)
        reasons.set(`${type.name}.${field.name}`, field.deprecationReason)
    }
  }

  it('marks what is deprecated, and nothing else', () => {
    expect([...reasons.keys()].sort()).toEqual(Object.keys(reference.deprecated).sort())
  })

  it.each(Object.entries(reference.deprecated))('%s names its replacement', (path, replacement) => {
    expect(reasons.get(path)).toContain(replacement ?? '')
    if (replacement === null) expect(reasons.get(path)).toMatch(/^(No replacement|Use id)/)
  })

  it('says so of the type that only a deprecated mutation answers', () => {
    expect(schema.getType('TermsAndConditionsStatus')?.description).toMatch(/Deprecated/)
  })
})

describe('what is inferred', () => {
  const lines = typeDefs.split('\n')

  function bodyOf(typeName: string): string[] {
    const start = lines.findIndex((line) =>
      new RegExp(`^(type|input|enum) ${typeName} `).test(line),
    )
    return lines.slice(start + 1, lines.indexOf('}', start))
  }

  it.each(Object.keys(reference.typesWithoutTable))('every field of %s is marked', (name) => {
    const fields = bodyOf(name).filter((line) => /^ {2}\w+: /.test(line))
    expect(fields).not.toEqual([])
    for (const field of fields) expect(field).toMatch(/# inferred$/)
  })

  it.each(Object.entries(reference.enums))('values of %s are marked', (name, { printed }) => {
    const marked = bodyOf(name)
      .filter((line) => line.endsWith('# inferred'))
      .map((line) => line.trim().split(' ')[0])
    const unprinted = enumType(name)
      .getValues()
      .map((value) => value.name)
      .filter((value) => !printed.includes(value))
    expect(marked).toEqual(unprinted)
  })
})
