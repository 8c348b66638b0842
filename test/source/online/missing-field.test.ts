import { expect, test } from 'vitest'
import { findMissingField } from '../../../src/source/online/missing-field.ts'

const answer = {
  response: { docs: [{ title: 'x' }, { identifier: 'a', tags: [] }], total: 0, next: null },
  parts: [[{ url: 'u' }]],
}

test.each<[readonly string[], string | undefined]>([
  [[], undefined],
  [['response'], undefined],
  [['response.total'], undefined],
  [['response.docs[].identifier'], undefined],
  [['response.docs[].title', 'response.docs[].identifier'], undefined],
  [['response.docs[].tags'], undefined],
  [['parts[][].url'], undefined],
  [['reply'], 'reply'],
  [['reply.docs[].identifier'], 'reply'],
  [['response.next'], 'response.next'],
  [['response.docs[].creator.name'], 'response.docs[].creator'],
  [['response.docs[].tags[]'], 'response.docs[].tags'],
  [['response.total.x'], 'response.total.x'],
  [['response[].docs'], 'response[]'],
  [['[].id'], '[]'],
  [['toString'], 'toString'],
  [['response.total', 'a.b', 'c'], 'a'],
])('%j: %s is missing', (fields, missing) => {
  expect(findMissingField(answer, fields)).toBe(missing)
})

test.each([undefined, null, 'text', 1, [], {}])('%j has no field', (json) => {
  expect(findMissingField(json, ['a.b'])).toBe('a')
})

test('a list without any element lacks its elements', () => {
  expect(findMissingField({ docs: [] }, ['docs[].id'])).toBe('docs[]')
  expect(findMissingField([], ['[].id'])).toBe('[]')
  expect(findMissingField([{ id: 1 }], ['[].id'])).toBeUndefined()
})
