import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RequestRefusedError, UnavailableError } from '../../../src/base/http/errors.ts'
import { nothingKnown } from '../../../src/source/knowledge.ts'
import { acoustId } from '../../../src/source/providers/acoustid/acoustid.ts'
import { anyJson } from '../../support/any-json.ts'
import { answerDirectly } from '../../support/hosts/direct-http.ts'
import { expectMutantsRefused } from '../../support/hosts/mutants.ts'
import { makeContext, openWay, tablesOf, USERS_KEY } from '../../support/hosts/online.ts'
import type { Asked, Reply } from '../../support/hosts/replay.ts'
import { describeShared, shared } from '../../support/shared.ts'

const { signal } = new AbortController()
const SOUND = { fingerprint: 'AQADtNQYhYkYRcGPLkEA', durationMs: 221_400 }
const [HARBOUR, TIDE] = [
  '00000050-0000-4000-8000-000000000050',
  '00000060-0000-4000-8000-000000000060',
]

const recording = (id: string, title: string, fields = {}) => ({
  id,
  title,
  duration: 221,
  artists: [{ id, name: 'The Lanterns' }],
  ...fields,
})

const release = (title: string, year: number) => ({ id: HARBOUR, title, date: { year, month: 5 } })

const say = (...results: readonly object[]) => ({
  body: JSON.stringify({ status: 'ok', results }),
})

async function lookUp(answer: (url: URL, asked: Asked) => Reply, sound = SOUND) {
  await using way = await openWay(acoustId, answer)
  await using provider = acoustId.open(way.context)
  const asked = way.watch(provider.recognise(sound, signal))
  await Promise.allSettled([asked])
  const { asked: addresses, requests, refused } = way
  return { found: await asked.catch((error) => error), asked: addresses, requests, refused }
}

describe('AcoustID', () => {
  test('names what sounds so, the surest first, each once, and claims who made it', async () => {
    const { found } = await lookUp(() =>
      say(
        { id: 'b', score: 0.9, recordings: [recording(HARBOUR, 'Blue Harbour (again)')] },
        {
          id: 'a',
          score: 0.98,
          recordings: [
            recording(HARBOUR, 'Blue Harbour', {
              releases: [release('Harbour Lights', 2014), release('Nordic Nights', 2012)],
            }),
            recording(TIDE, 'Slow Tide'),
          ],
        },
      ),
    )
    expect(found.recordings).toMatchObject([
      { id: HARBOUR, title: 'Blue Harbour', album: 'Harbour Lights', durationMs: 221_000 },
      { id: TIDE, title: 'Slow Tide', artists: ['The Lanterns'] },
    ])
    expect(found.assertions).toEqual([
      {
        by: 'acoustid',
        artists: ['The Lanterns'],
        published: true,
        licences: [],
        url: `https://musicbrainz.org/recording/${HARBOUR}`,
        year: 2012,
      },
      {
        by: 'acoustid',
        artists: ['The Lanterns'],
        published: false,
        licences: [],
        url: `https://musicbrainz.org/recording/${TIDE}`,
      },
    ])
  })

  test('asks with the fingerprint in the body and the key nowhere in what it knows', async () => {
    const bodies: string[] = []
    const { found, asked } = await lookUp((_, { body, method }) => {
      bodies.push(`${method} ${body}`)
      return say({ id: 'a', score: 1, recordings: [recording(HARBOUR, 'Blue Harbour')] })
    })
    expect(bodies).toEqual([
      `POST duration=221&fingerprint=${SOUND.fingerprint}&meta=recordings+releases+compress&format=json`,
    ])
    expect(asked[0]?.searchParams.get('client')).toBe(USERS_KEY)
    expect(JSON.stringify(found)).not.toContain(USERS_KEY)
  })

  test('asks what the real host takes, and it refuses any other name', async () => {
    const { requests } = await lookUp(() => say())
    expectMutantsRefused(tablesOf(acoustId), requests)
  })

  test.each([
    ['alike, and not the same', say({ id: 'a', score: 0.7, recordings: [recording(TIDE, 'x')] })],
    ['known by nobody', say({ id: 'a', score: 1 })],
    ['an id alone', say({ id: 'a', score: 1, recordings: [{ id: HARBOUR }] })],
    ['a score that is none', say({ score: 'high', recordings: [recording(TIDE, 'x')] })],
    ['nothing', say()],
  ])('knows nothing of a sound that is %s', async (_, reply) => {
    expect((await lookUp(() => reply)).found).toEqual(nothingKnown)
  })

  test.each([0, 6999, Number.NaN, 1e12])(
    'asks nothing about a sound of %d ms',
    async (durationMs) => {
      const { found, asked } = await lookUp(() => say(), { ...SOUND, durationMs })
      expect(found).toEqual(nothingKnown)
      expect(asked).toEqual([])
    },
  )

  test.each<[string, Reply, RegExp]>([
    ['an invalid key', refuse(400, 4, 'invalid API key'), /SONGKEEP_ACOUSTID_KEY/],
    ['a fingerprint it cannot read', refuse(400, 3, 'invalid fingerprint'), /cannot read/],
    ['an error under status 200', refuse(200, 5, 'internal error'), /internal error/],
    ['an error without words', { status: 400, body: '' }, /HTTP status 400/],
    ['half an answer', { ...say(), fault: 'truncated' }, /./],
    ['a page', { body: '<!doctype html>' }, /damaged/],
    ['another shape', { body: '[]' }, /something else/],
  ])('is unavailable, in a clear sentence, on %s', async (_, reply, sentence) => {
    const { found } = await lookUp(() => reply)
    expect(found).toBeInstanceOf(UnavailableError)
    expect(found.message).toMatch(sentence)
    expect(found.message).not.toContain(USERS_KEY)
  })

  test.each(['https://elsewhere.example/', 'https://127.0.0.1/'])(
    'hands nothing on to %s',
    async (location) => {
      const { found, asked } = await lookUp(() => ({ status: 307, headers: { location } }))
      expect(found).toBeInstanceOf(RequestRefusedError)
      expect(asked).toHaveLength(1)
    },
  )

  test('asks nothing when it was stopped before, or closed', async () => {
    const http = answerDirectly(() => say(), tablesOf(acoustId))
    const provider = acoustId.open(makeContext(acoustId, http))
    const reason = new Error('Stopped by the user.')
    const stopped = provider.recognise(SOUND, AbortSignal.abort(reason))
    await expect(stopped).rejects.toBe(reason)
    await provider[Symbol.asyncDispose]()
    await expect(provider.recognise(SOUND, signal)).rejects.toThrow(/closed/)
    expect(http.asked).toEqual([])
  })

  test('takes any JSON for an answer', async () => {
    const odd = anyJson({ maxDepth: 4 })
    const results = fc.record(
      { score: fc.oneof(fc.constant(1), odd), recordings: fc.oneof(fc.array(odd), odd) },
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(fc.oneof(odd, fc.array(results)), async (value) => {
        const body = JSON.stringify({ status: 'ok', results: value })
        const provider = acoustId.open(
          makeContext(
            acoustId,
            answerDirectly(() => ({ body }), tablesOf(acoustId)),
          ),
        )
        const found = await provider.recognise(SOUND, signal).catch((error) => error)
        if (!(found instanceof UnavailableError)) expect(found.links).toEqual([])
      }),
    )
  })
})

function refuse(status: number, code: number, message: string): Reply {
  return { status, body: JSON.stringify({ status: 'error', error: { code, message } }) }
}

describeShared('what AcoustID answered', 'data/replies/acoustid', () => {
  const read = (file: string) =>
    JSON.parse(readFileSync(shared('data/replies/acoustid', file), 'utf8'))

  const answerWith = (recordings: readonly unknown[]) => () =>
    say({ id: 'a', score: 1, recordings })

  test.each([
    ['acoustid.json', 'Nina', 'Ed Sheeran'],
    ['picard_acoustid.json', 'Nina', 'Ed Sheeran'],
  ])('%s: a recording with its release groups', async (file, title, artist) => {
    const { found } = await lookUp(answerWith([read(file)]))
    expect(found.recordings).toMatchObject([{ title, artists: [artist], durationMs: 225_000 }])
  })

  test('fields that are null make no recording', async () => {
    expect((await lookUp(answerWith([read('acoustid_null.json')]))).found).toEqual(nothingKnown)
  })

  test('a whole answer: ids that nobody has described are left out', async () => {
    const whole = { status: 'ok', ...read('picard_acoustid_no_metadata.json') }
    const { found } = await lookUp(() => ({ body: JSON.stringify(whole) }))
    for (const { title } of found.recordings) expect(title).not.toBe('')
    expect(found.assertions).toHaveLength(found.recordings.length)
  })

  test('the error for a fingerprint that is none', async () => {
    const pairs: readonly { readonly response: string }[] = read('lidarr_AcoustidResponses.json')
    const refusal = pairs.find(({ response }) => response.includes('invalid fingerprint'))
    const { found } = await lookUp(() => ({ status: 400, body: refusal?.response ?? '' }))
    expect(found.message).toBe('AcoustID cannot read this fingerprint.')
  })
})
