import { buildSchema, isInterfaceType, isObjectType } from 'graphql'

/** What the platform's object types are made of: a TypeScript module with each field's type by its name. */
export function answersModule(schemaText: string): string {
  const types = Object.values(buildSchema(schemaText).getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .filter(({ name }) => !name.startsWith('__'))
    .map((type) => {
      const fields = Object.values(type.getFields()).map(({ name, type: of }) => [name, String(of)])
      return `  ${type.name}: ${JSON.stringify(Object.fromEntries(fields))},`
    })
  return [
    ``,
    `/** The fields of each object type and interface, as the schema writes their types. */`,
    `export const objectTypes: Readonly<Record<string, Readonly<Record<string, string>>>> = {`,
    ...types,
    `}`,
    ``,
  ].join('\n')
}
