import { expect, it } from 'vitest'
import { logDetails, logPlace } from '#renderer/desk/terminal/log-words.ts'

const numberOf = (id: string): string | undefined => (id === 'c5' ? '5' : undefined)
const place = (facts: unknown): string => logPlace({ facts: JSON.stringify(facts) }, numberOf)

it('where it was: the number of a connector that is known, else what the line has', () => {
  expect(place({ connectorId: 'c5', code: 'offline' })).toBe('5')
  expect(place({ connectorId: 'gone' })).toBe('gone')
  expect(place({ connectorNumber: '7', connectorId: 'c5' })).toBe('7')
  expect(place({ place: 'memory' })).toBe('memory')
  expect(place({ pauseMs: 3 })).toBe('')
})

it('facts are written without the brackets of JSON; what is none is left out', () => {
  expect(logDetails({ facts: '{"code":"offline","pauseMs":4000,"all":[1]}' })).toBe(
    'code: offline, pauseMs: 4000, all: [1]',
  )
  expect(logDetails({ facts: '{}' })).toBe('')
  expect(logDetails({ facts: 'half a li' })).toBe('')
})
