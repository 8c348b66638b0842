import { expect, test } from 'vitest'
import { AnswerCache } from '../../../../src/base/http/cache/cache.ts'
import type { CacheRequest } from '../../../../src/base/http/cache/cache-request.ts'
import { openSqliteStore } from '../../../../src/base/http/cache/sqlite-store.ts'
import type { HttpAnswer } from '../../../../src/base/http/http.ts'
import { testAnswerStore } from '../../../contract/answer-store.ts'

const now = Date.now()
const one = openSqliteStore(':memory:', now)
testAnswerStore(() => one)

const request = (more: Partial<CacheRequest> = {}): CacheRequest => ({
  url: 'https://good.example/1',
  method: 'GET',
  headers: { accept: 'application/json' },
  isPrivate: false,
  ...more,
})

const answer = (headers: Readonly<Record<string, string>> = {}): HttpAnswer => ({
  status: 200,
  headers,
  body: Buffer.from('{}'),
  answer: { url: 'https://good.example/1', sha256: '', at: '2026-11-28T00:00:00.000Z' },
  finalUrl: 'https://good.example/1',
})

/** Whether another worker finds what this one has remembered, and whether this one does. */
async function remember(asked: CacheRequest, given: HttpAnswer) {
  const shared = openSqliteStore(':memory:', now)
  await using here = new AnswerCache(openSqliteStore(':memory:', now), shared)
  await using there = new AnswerCache(openSqliteStore(':memory:', now), shared)
  await here.store(asked, given, 60_000, now)
  const found = [await there.find(asked, now), await here.find(asked, now)]
  await here.forget(asked)
  expect(await here.find(asked, now)).toBeUndefined()
  expect(await there.find(asked, now)).toBeUndefined()
  return { there: found[0]?.kind, here: found[1]?.kind }
}

test('what anybody could have asked is there for all workers, until it is forgotten', async () => {
  expect(await remember(request(), answer())).toEqual({ there: 'fresh', here: 'fresh' })
  const held = answer({ 'cache-control': 'public, max-age=60' })
  expect(await remember(request(), held)).toEqual({ there: 'fresh', here: 'fresh' })
})

test.each<readonly [string, CacheRequest]>([
  ['has a secret, or goes to a server of the user’s own', request({ isPrivate: true })],
  ['says who asks', request({ headers: { Authorization: 'Bearer x' } })],
  ['has a header that is not known to be harmless', request({ headers: { 'x-api-key': 'x' } })],
  ['has a cookie', request({ headers: { cookie: 'x=1' } })],
  ['is a form', request({ method: 'POST', body: 'token=x' })],
])('what %s stays with this worker', async (_, asked) => {
  expect(await remember(asked, answer())).toEqual({ there: undefined, here: 'fresh' })
})

test.each<Readonly<Record<string, string>>>([
  { 'cache-control': 'private, max-age=60' },
  { 'set-cookie': 'session=x', 'cache-control': 'max-age=60' },
  { vary: 'Accept, Authorization', 'cache-control': 'max-age=60' },
])('what a host gives to one alone stays with this worker: %o', async (headers) => {
  const { there } = await remember(request(), answer(headers))
  expect(there).toBeUndefined()
})
