import { describe, expect, test } from 'vitest'
import { UnavailableError } from '../../../src/base/http/errors.ts'
import { askForJson, unavailable } from '../../../src/source/online/ask.ts'
import { answerDirectly } from '../../support/hosts/direct-http.ts'

const { signal } = new AbortController()
const url = 'https://open.example/tracks'

const ask = (body: string, status = 200) =>
  askForJson(
    answerDirectly(() => ({ status, body })),
    'The Place',
    { url },
    signal,
  )

test('what was answered comes with its evidence', async () => {
  expect(await ask('{"a": [1]}')).toMatchObject({
    json: { a: [1] },
    answer: { url, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  })
})

test.each([404, 410])('nothing there (%i) is no error', async (status) => {
  expect(await ask('{"message": "Not found"}', status)).toBeUndefined()
})

test.each([
  ['[1, 2', 200, 'The answer of The Place is damaged or was cut off.'],
  ['', 200, 'The answer of The Place is damaged or was cut off.'],
  ['['.repeat(100) + ']'.repeat(100), 200, 'The answer of The Place is too deep to be read.'],
  [`[${'0,'.repeat(600_000)}0]`, 200, 'The answer of The Place is too much to be read.'],
  ['{"a": 1}', 403, 'The Place refused to answer (HTTP status 403).'],
  ['<title>Moved</title>', 400, 'The Place refused to answer (HTTP status 400).'],
  ['{"error": "No."}', 400, 'The Place refused to answer (HTTP status 400): “No.”.'],
])('%.20s under status %i is unavailable', async (body, status, message) => {
  const error = await ask(body, status).catch((thrown) => thrown)
  expect(error).toBeInstanceOf(UnavailableError)
  expect(error).toMatchObject({ host: 'open.example', message })
})

test.each([
  ['{"error": "Invalid inc"}', 'Invalid inc'],
  ['{"error": {"code": 4, "message": "Quota\\nexceeded"}}', 'Quota exceeded'],
  ['{"message": "Rate limit"}', 'Rate limit'],
  ['{"errors": [{"message": "Bad id"}, {"message": "Else"}]}', 'Bad id'],
  ['{"detail": "Not here"}', 'Not here'],
  ['"Closed."', 'Closed.'],
  ['Active subscription required.\n', 'Active subscription required.'],
  ['\u202eabc\u0000', 'abc'],
  [`{"error": "${'ü'.repeat(500)}"}`, 'ü'.repeat(200)],
  ['{"error": "key a-key is not known"}', 'key … is not known'],
  ['{"error": "token a-token is not known"}', 'token … is not known'],
])('the host’s own sentence is told: %.40s', async (body, said) => {
  const http = answerDirectly(() => ({ status: 400, body }))
  const request = { url, secrets: { key: 'a-key' }, headers: { authorization: 'Token a-token' } }
  await expect(askForJson(http, 'The Place', request, signal)).rejects.toMatchObject({
    reason: { code: 'source.refused-saying', params: { place: 'The Place', status: 400, said } },
  })
})

test.each(['', '{}', '{"error": 4}', '[1]', '<!doctype html>', 'x'.repeat(2000), '{"error": " "}'])(
  'what is no sentence is not told: %.20j',
  async (body) => {
    await expect(ask(body, 400)).rejects.toMatchObject({ reason: { code: 'source.refused' } })
  },
)

test('a challenge by Cloudflare is told as that', async () => {
  const headers = { 'cf-mitigated': 'challenge' }
  const body = '<title>Just a moment...</title>'
  const http = answerDirectly(() => ({ status: 403, headers, body }))
  await expect(askForJson(http, 'The Place', { url }, signal)).rejects.toMatchObject({
    reason: { code: 'source.challenged', params: { place: 'The Place' } },
  })
})

describe('a host’s own way', () => {
  test('JSON that is nearly JSON is mended first', async () => {
    const http = answerDirectly(() => ({ body: '{"a": 007}' }))
    const mend = (text: string) => text.replace('007', '7')
    expect(await askForJson(http, 'The Place', { url }, signal, { mend })).toMatchObject({
      json: { a: 7 },
    })
  })

  test('an error under status 200 is forgotten when it is told', () => {
    let forgotten = 0
    const answer = { url, sha256: '', at: '' }
    const error = unavailable('The Place', { answer, forget: () => forgotten++ })
    expect(error.message).toBe('The Place answered with something else than was asked for.')
    expect(forgotten).toBe(1)
  })
})
