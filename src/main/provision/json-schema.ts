import { z } from 'zod'
import { documentSchema } from './document.ts'

/** The published schema of the provisioning file (JSON Schema 2020-12), as text. */
export function provisionJsonSchema(): string {
  const schema = z.toJSONSchema(documentSchema, { io: 'input' })
  return `${JSON.stringify(schema, null, 2)}\n`
}
