import { print } from 'graphql'
import { describe, expect, it } from 'vitest'
import * as queries from '#test/bench/naive/queries.ts'
import { problemsOf } from '../platform/documents.ts'

describe('the usual way that the bench compares with', () => {
  it.each(Object.entries(queries))('asks what the platform answers: %s', (_name, query) => {
    expect(problemsOf(print(query))).toEqual([])
  })
})
