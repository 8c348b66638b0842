import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccountServer, openAccountServer } from './support.ts'

let server: AccountServer

beforeAll(async () => {
  server = await openAccountServer({ olga: 'owner' })
})

afterAll(() => server[Symbol.asyncDispose]())

const signIn = async (name: string, password = 'short and straight') => {
  const { status, json } = await server.as('', '/api/session', {
    ...{ method: 'POST', body: { name, password } },
  })
  return [status, json.reason?.code]
}

test.each([
  ['nobody’s name', 'nobody', undefined],
  ['another’s password', 'olga', undefined],
  ['a name longer than any', 'x'.repeat(65), undefined],
  ['a name of 201 signs', 'x'.repeat(201), undefined],
  ['a name that begins with one there is', `olga${' '.repeat(100_000)}x`, 'long and winding'],
  ['a password longer than any', 'olga', 'x'.repeat(100_000)],
])('%s is wrong, and no more is said of it', async (_, name, password) => {
  expect(await signIn(name, password)).toEqual([401, 'accounts.wrong-sign-in'])
})

test('names longer than any are counted as tries', async () => {
  const answers = new Set<unknown>()
  for (let tried = 0; tried < 6; tried++)
    answers.add((await signIn('x'.repeat(300 + tried))).join(' '))
  expect([...answers].at(-1)).toBe('429 server.wrong-too-often')
})
