import fc from 'fast-check'
import { z } from 'zod'
import { HOSTILE_NUMBERS, HOSTILE_TEXTS } from '#test/platforms/hostile.ts'

/** Where a time may lie that a contract gives as a number (epoch ms), and where it cannot. */
const INSTANTS_MS = [0, -1, 1e12, 1.8e12, 8.64e15, 8.65e15, 9e15]

/** Whatever a schema of the contract lets through. */
export function allowedBy(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodNullable) return fc.option(allowedBy(schema.unwrap()), { freq: 4 })
  if (schema instanceof z.ZodOptional) {
    return fc.option(allowedBy(schema.unwrap()), { freq: 2, nil: undefined })
  }
  if (schema instanceof z.ZodReadonly) return allowedBy(schema.unwrap())
  if (schema instanceof z.ZodArray) {
    return fc.array(allowedBy(schema.element), { minLength: 1, maxLength: 3 })
  }
  if (schema instanceof z.ZodObject) return object(schema)
  if (schema instanceof z.ZodRecord) {
    return fc.dictionary(fc.constantFrom(...HOSTILE_TEXTS), allowedBy(schema.valueType))
  }
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map(allowedBy))
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options)
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values)
  if (schema instanceof z.ZodNull) return fc.constant(null)
  if (schema instanceof z.ZodBoolean) return fc.boolean()
  if (schema instanceof z.ZodNumber) return number(schema)
  if (schema instanceof z.ZodString) return fitting(schema, text)
  throw new Error(`Nobody has said what ${schema._zod.def.type} may be`)
}

function object(schema: z.ZodObject): fc.Arbitrary<unknown> {
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape
  const fields = Object.entries(shape).map(([name, of]) => [name, allowedBy(of)] as const)
  return fc.record(Object.fromEntries(fields)).map((record) =>
    // What is left out is not there.
    Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)),
  )
}

function number(schema: z.ZodNumber): fc.Arbitrary<unknown> {
  const { minValue, maxValue, format } = schema
  if (format === 'safeint' && minValue !== null && maxValue !== null) {
    const [min, max] = [Math.max(minValue, -1e6), Math.min(maxValue, 1e6)]
    return fc.integer({ min, max })
  }
  const any = fc.oneof(
    fc.double({ min: 0, max: 100, noNaN: true }),
    fc.constantFrom(...HOSTILE_NUMBERS, ...INSTANTS_MS),
  )
  return fitting(schema, any)
}

const text = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.stringMatching(/^[A-Za-z ]{1,12}$/))

function fitting<T>(schema: z.ZodType, values: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return values.filter((value) => schema.safeParse(value).success)
}
