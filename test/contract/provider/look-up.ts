import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkUrl } from '../../../src/base/http/allow/check-url.ts'
import { RequestRefusedError, UnavailableError } from '../../../src/base/http/errors.ts'
import type { Recording } from '../../../src/model/recording.ts'
import type { Track } from '../../../src/model/track.ts'
import { type Knowledge, nothingKnown } from '../../../src/source/knowledge.ts'
import type { OpenProvider, Provider } from '../../../src/source/provider.ts'
import { english } from '../../../src/words/english.ts'
import { anyJson } from '../../support/any-json.ts'
import { answerDirectly } from '../../support/hosts/direct-http.ts'
import { answerFrom, readFixture } from '../../support/hosts/fixture-answers.ts'
import { expectMutantsRefused, renaming } from '../../support/hosts/mutants.ts'
import {
  makeContext,
  openWay,
  type TextReply,
  tablesOf,
  USERS_KEY,
} from '../../support/hosts/online.ts'
import { replaceValue } from '../../support/replace-value.ts'

type Unproven = Omit<Knowledge, 'recordings'> & {
  readonly recordings: readonly Omit<Recording, 'answer'>[]
}

/** `fixtures/source/<name>/expected.json`: what is known by it, to the letter, but for the evidence. */
type Expected = Readonly<
  Record<string, { readonly track: Track; readonly known?: Knowledge; readonly found: Unproven }>
>

export interface LookUpLimits {
  /** Questions for one track at most. */
  readonly questions: number
  /** What its host says where it has nothing: most say 404. */
  readonly nothing?: TextReply
}

/** What every provider that has `lookUp` must do, shown against a server that replays its fixtures. */
export function testLookUp(
  provider: Provider<'lookUp'>,
  { questions, nothing = { status: 404, body: 'Not found' } }: LookUpLimits,
): void {
  const expected: Expected = readFixture(provider.name, 'expected.json')
  const say = answerFrom(provider.name)
  const { signal } = new AbortController()
  const given = (name: string) => {
    const one = expected[name]
    if (!one) throw new Error(`${provider.name}/expected.json has no case “${name}”.`)
    return one
  }
  const find = (opened: Pick<OpenProvider<'lookUp'>, 'lookUp'>, name: string, stop = signal) =>
    opened.lookUp(given(name).track, given(name).known ?? nothingKnown, stop)

  describe(`${provider.title} as one that looks up`, () => {
    test('tells who it is and where it goes', () => {
      expect(provider.title).not.toBe('')
      for (const { pace, atOnce } of provider.hosts) {
        expect(pace.requests / pace.perMs).toBeLessThanOrEqual(10 / 1000)
        expect(atOnce).toBeLessThanOrEqual(5)
      }
      if (provider.key)
        expect(provider.key).toMatchObject({ url: expect.stringMatching(/^https:/) })
    })

    test.each(Object.keys(expected))('%s: what the fixture says is what is known', async (name) => {
      await using opened = await openLookUp(provider, say)
      const found = await find(opened, name)
      expect(leaveOutEvidence(found)).toEqual(given(name).found)
      expectHarmlessKnowledge(provider, found)
      expect(opened.asked.length).toBeLessThanOrEqual(questions)
      expect(opened.refused).toEqual([])
      expect(JSON.stringify(found)).not.toContain(USERS_KEY)
    })

    test('asks what the real host takes, and it refuses any other name', async () => {
      await using opened = await openLookUp(provider, say)
      for (const name of Object.keys(expected)) await find(opened, name).catch(() => {})
      expectMutantsRefused(tablesOf(provider), opened.requests)
    })

    test('is unavailable where the host does not know a name', async () => {
      await using usual = await openLookUp(provider, say)
      await find(usual, 'found')
      for (const name of usual.asked[0]?.searchParams.keys() ?? []) {
        await using way = await openWay(provider, say)
        const { context } = way
        await using opened = provider.open({ ...context, http: renaming(context.http, name) })
        await expect(find(opened, 'found'), name).rejects.toBeInstanceOf(UnavailableError)
      }
    })

    test('knows something of what is found, and nothing of what is not', () => {
      const { recordings, links, assertions } = given('found').found
      expect(recordings.length + links.length + assertions.length).toBeGreaterThan(0)
      expect(given('not found').found).toEqual(nothingKnown)
    })

    test('names no place that is known already', async () => {
      await using opened = await openLookUp(provider, say)
      const { track, known = nothingKnown, found } = given('found')
      const again = await opened.lookUp(
        track,
        { ...known, links: [...known.links, ...found.links] },
        signal,
      )
      expect(again.links).toEqual([])
    })

    test('knows nothing where its host has nothing', async () => {
      await using opened = await openLookUp(provider, () => nothing)
      expect(await find(opened, 'found')).toEqual(nothingKnown)
    })

    test.each([
      [429, { 'retry-after': '1' }],
      [503, { 'retry-after': '1' }],
      [500, {}],
    ])('waits and asks again when told %i once', async (status, headers) => {
      let told = false
      await using opened = await openLookUp(provider, (url) => {
        if (told) return say(url)
        told = true
        return { status, headers, body: '{}' }
      })
      expect(leaveOutEvidence(await find(opened, 'found'))).toEqual(given('found').found)
    })

    test('says until when it is unavailable where the host asks for a long rest', async () => {
      const headers = { 'retry-after': '86400' }
      await using opened = await openLookUp(provider, () => ({ status: 429, headers, body: '' }))
      await expect(find(opened, 'found')).rejects.toMatchObject({
        until: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      })
    })

    test.each<[string, (reply: TextReply) => TextReply, number?]>([
      ['is down', () => ({ status: 503, body: 'Service Unavailable' })],
      ['forbids it', () => ({ status: 403, body: 'Forbidden' })],
      ['does not know the key', () => ({ status: 401, body: '{"error":"Invalid"}' })],
      ['answers with a page', () => ({ body: '<!doctype html><title>Welcome</title>' })],
      ['answers with broken JSON', ({ body }) => ({ body: body.slice(0, -2) })],
      ['answers with nothing', () => ({ body: '' })],
      ['answers with another shape', () => ({ body: '"All is well."' })],
      ['answers with an error in its JSON', () => ({ body: '{"error": "Try later."}' })],
      ['answers with lists in lists', () => ({ body: '['.repeat(100_000) })],
      ['is cut off', (reply) => ({ ...reply, fault: 'truncated' })],
      ['never ends', (reply) => ({ ...reply, fault: 'slow' }), 100],
      ['never begins', (reply) => ({ ...reply, fault: 'silent' }), 100],
    ])('is unavailable, in a clear sentence, when the host %s', async (_, spoil, patienceMs) => {
      await using opened = await openLookUp(provider, (url) => spoil(say(url)), patienceMs)
      const error = await find(opened, 'found').catch((thrown) => thrown)
      expect(error).toBeInstanceOf(UnavailableError)
      expect(error.message).toMatch(/^[^\p{Cc}]{10,300}\.$/u)
      expect(error.message).not.toContain(USERS_KEY)
    })

    test('asks again for what was no answer', async () => {
      let spoilt = true
      await using opened = await openLookUp(provider, (url) =>
        spoilt ? { body: '{"error": "Try later."}' } : say(url),
      )
      await expect(find(opened, 'found')).rejects.toBeInstanceOf(UnavailableError)
      spoilt = false
      const found = await find(opened, 'found')
      expect(found).not.toEqual(nothingKnown)
    })

    test.each([
      'https://open.spotify.com/track/1',
      'https://elsewhere.example/',
      'https://127.0.0.1/',
      'http://localhost/',
      'file:///etc/passwd',
    ])('follows no redirect to %s', async (location) => {
      const headers = { location }
      await using opened = await openLookUp(provider, () => ({ status: 307, headers, body: '' }))
      await expect(find(opened, 'found')).rejects.toBeInstanceOf(RequestRefusedError)
      expect(opened.refused).toHaveLength(1)
    })

    test('stops in the middle when told to', async () => {
      const stop = new AbortController()
      const reason = new Error('Stopped by the user.')
      await using opened = await openLookUp(provider, (url) => {
        stop.abort(reason)
        return { ...say(url), fault: 'slow' }
      })
      await expect(find(opened, 'found', stop.signal)).rejects.toBe(reason)
    })

    test('asks nothing when it was stopped before, or closed', async () => {
      await using opened = await openLookUp(provider, say)
      const reason = new Error('Stopped by the user.')
      await expect(find(opened, 'found', AbortSignal.abort(reason))).rejects.toBe(reason)
      await opened.close()
      await expect(find(opened, 'found')).rejects.toThrow(/closed/)
      expect(opened.asked).toEqual([])
    })

    test.each(hostileTracks)('asks in good order for %s', async (_, track) => {
      await using opened = await openLookUp(provider, () => nothing)
      expect(await opened.lookUp(track, nothingKnown, signal)).toEqual(nothingKnown)
      for (const { href } of opened.asked) expect(href.length).toBeLessThan(4000)
      expect(opened.refused).toEqual([])
    })

    test('takes whatever stands in the fields of an answer', async () => {
      const places = fc.integer({ min: 0, max: 10_000 })
      const names = fc.constantFrom(...Object.keys(expected))
      await fc.assert(
        fc.asyncProperty(names, places, oddValue, async (name, place, value) => {
          await expectHarmless(name, (url) => {
            const { status, body } = sayOrNothing(url)
            return {
              status: status || undefined,
              body: JSON.stringify(replaceValue(JSON.parse(body), place, value)),
            }
          })
        }),
        { numRuns: RUNS },
      )
    })

    test('takes any JSON for an answer', async () => {
      await fc.assert(
        fc.asyncProperty(anyJson({ maxDepth: 5 }), async (value) => {
          await expectHarmless('found', () => ({ body: JSON.stringify(value) }))
        }),
        { numRuns: RUNS },
      )
    })

    /** An odd id leads to where the fixtures hold nothing, and there is nothing. */
    function sayOrNothing(url: URL): TextReply {
      try {
        return say(url)
      } catch {
        return { status: 404, body: '{}' }
      }
    }

    async function expectHarmless(name: string, spoilt: (url: URL) => TextReply) {
      await using opened = provider.open(
        makeContext(provider, answerDirectly(spoilt, tablesOf(provider))),
      )
      const found = await find(opened, name).catch((error) => {
        if (!(error instanceof UnavailableError)) throw error
        return nothingKnown
      })
      expectHarmlessKnowledge(provider, found)
    }
  })
}

/** More for a thorough run by hand. */
const RUNS = Number(process.env.SONGKEEP_FUZZ_RUNS ?? 100)

const oddValue = fc.oneof(
  anyJson(),
  fc.constantFrom('\u0000\u202e', '../..', '"><script>', ' ', -1, 1e308, [null], '__proto__'),
  fc.constantFrom('javascript:alert(1)', 'https://127.0.0.1/a', '//user:secret@elsewhere.example/'),
)

const hostileTracks: readonly [string, Track][] = [
  ['nothing but signs', { title: '"; OR * [', artists: ['AND NOT'] }],
  ['no words at all', { title: '???', artists: ['!!!'] }],
  ['a very long name', { title: 'x '.repeat(5000), artists: ['y'.repeat(9000)] }],
  ['half a character', { title: 'Tide \ud800', artists: ['\udfff'] }],
  ['an ISRC that is none', { title: '?', artists: [], isrc: '../../artist?' }],
  ['an address on this machine', { title: '?', artists: [], uri: 'http://127.0.0.1/admin' }],
]

async function openLookUp(
  provider: Provider<'lookUp'>,
  say: (url: URL) => TextReply,
  patienceMs?: number,
) {
  const way = await openWay(provider, say, patienceMs)
  const opened = provider.open(way.context)
  const close = () => opened[Symbol.asyncDispose]()
  return {
    name: opened.name,
    title: opened.title,
    requests: way.requests,
    get asked() {
      return way.asked
    },
    get refused() {
      return way.refused
    },
    lookUp: (track: Track, known: Knowledge, signal: AbortSignal) =>
      way.watch(opened.lookUp(track, known, signal)),
    close,
    async [Symbol.asyncDispose]() {
      await close()
      await way[Symbol.asyncDispose]()
    },
  }
}

const leaveOutEvidence = (found: Knowledge): Unproven => ({
  ...found,
  recordings: found.recordings.map(({ answer: _, ...recording }) => recording),
})

/** That nothing of it could do harm, and nothing of it holds sound. */
function expectHarmlessKnowledge(
  provider: Provider<'lookUp'>,
  { recordings, links, assertions }: Knowledge,
): void {
  for (const recording of recordings) {
    expect(recording).toMatchObject({ source: provider.name, id: expect.stringMatching(/./) })
    expect(recording.media).toBeUndefined()
    expect(recording.answer?.sha256).toMatch(/^[0-9a-f]{64}$/)
    const { title, artists, albumArtists = [], album = 'none', licence = 'none' } = recording
    for (const text of [title, album, licence, ...artists, ...albumArtists]) expectClean(text)
    const { durationMs = 1, trackNumber = 1, discNumber = 1, year = 2000 } = recording
    for (const number of [durationMs, trackNumber, discNumber, year])
      expect(Number.isSafeInteger(number) && number > 0).toBe(true)
    expect(recording.isrc ?? 'QZABC1234567').toMatch(/^[A-Z]{2}[A-Z0-9]{3}\d{7}$/)
    if (recording.url !== undefined) expectPublic(recording.url)
  }
  for (const link of links) {
    expect(link.by).toBe(provider.name)
    expectPublic(link.url)
    for (const text of [link.service, english(link.note ?? 'none')]) expectClean(text)
  }
  const places = links.map(({ kind, service }) => `${kind} ${service}`)
  expect(new Set(places).size).toBe(places.length)
  for (const assertion of assertions) {
    expect(assertion.by).toBe(provider.name)
    for (const text of [...assertion.artists, ...assertion.licences]) expectClean(text)
  }
}

/** An address to send a person to: on the web, on a public host, and with no sound behind it. */
function expectPublic(address: string): void {
  const url = new URL(address)
  expect(url.protocol).toMatch(/^https?:$/)
  expect(url.username + url.password + url.port).toBe('')
  const rule = { host: url.hostname, pace: { requests: 1, perMs: 1 }, atOnce: 1 }
  const secure = address.replace(/^http:/, 'https:')
  // Pages of services may be shown; they are never asked for, which `checkUrl` would refuse.
  const shown = /(?:^|\.)(?:youtube\.com|youtu\.be|pandora\.com|amazon\.[a-z.]+)$/
  if (!shown.test(url.hostname)) expect(() => checkUrl(secure, [rule])).not.toThrow()
}

function expectClean(text: string): void {
  expect(text).toBe(text.normalize('NFC').trim())
  expect(text).not.toBe('')
  expect(text).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
  expect(text.isWellFormed()).toBe(true)
  expect(text.length).toBeLessThanOrEqual(5000)
}
