import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkUrl } from '../../../src/base/http/allow/check-url.ts'
import { RequestRefusedError, UnavailableError } from '../../../src/base/http/errors.ts'
import type { Recording } from '../../../src/model/recording.ts'
import type { Track } from '../../../src/model/track.ts'
import { findHost, hosts } from '../../../src/rights/hosts.ts'
import type { Provider } from '../../../src/source/provider.ts'
import { anyJson } from '../../support/any-json.ts'
import { expectClean } from '../../support/expect-clean.ts'
import { answerFrom, readFixture } from '../../support/hosts/fixture-answers.ts'
import { expectMutantsRefused, renaming } from '../../support/hosts/mutants.ts'
import {
  openDirectly,
  openReplayed,
  openWay,
  type TextReply,
  tablesOf,
  USERS_KEY,
} from '../../support/hosts/online.ts'
import { replaceValue } from '../../support/replace-value.ts'
import { testSource } from '../source.ts'

/** `fixtures/source/<name>/expected.json`: what is to be found by it, to the letter, but for the evidence. */
type Expected = Readonly<
  Record<string, { readonly track: Track; readonly found: readonly Omit<Recording, 'answer'>[] }>
>

/** What every provider that has `search` must do, shown against a server that replays its fixtures. */
export function testSearch(source: Provider<'search'>): void {
  const expected: Expected = readFixture(source.name, 'expected.json')
  const say = answerFrom(source.name)
  /** An odd id leads to where the fixtures hold nothing: an empty object, to most hosts. */
  const sayOrNothing = (url: URL): TextReply => {
    try {
      return say(url)
    } catch {
      return { body: '{}' }
    }
  }
  const { signal } = new AbortController()
  const track = (name: string): Track => {
    const given = expected[name]?.track
    if (!given) throw new Error(`${source.name}/expected.json has no case “${name}”.`)
    return given
  }

  testSource(source.title, () => openReplayed(source, say), {
    there: track('found'),
    otherVersion: track('another version'),
    missing: track('not found'),
    linkOnly: source.linkOnly,
  })

  describe(`${source.title} as one that searches`, () => {
    test('tells who it is and where it goes', () => {
      expect(source.title).not.toBe('')
      expect(source.hosts.length).toBeGreaterThan(0)
      for (const { pace, atOnce } of source.hosts) {
        expect(pace.requests / pace.perMs).toBeLessThanOrEqual(10 / 1000)
        expect(atOnce).toBeLessThanOrEqual(5)
      }
      if (source.key) expect(source.key).toMatchObject({ url: expect.stringMatching(/^https:/) })
    })

    test('names no sound only where its host lets nothing be copied', () => {
      if (source.linkOnly) expect(findHost(hosts, source.name)?.copies).toBe('never')
    })

    test.each(Object.keys(expected))('%s: what the fixture says is what is found', async (name) => {
      await using opened = await openReplayed(source, say)
      const found = await opened.search(track(name), signal)
      expect(found.map(({ answer: _, ...recording }) => recording)).toEqual(expected[name]?.found)
      for (const recording of found) expectSound(source, recording)
      expect(opened.asked.length).toBeLessThanOrEqual(4)
      expect(opened.refused).toEqual([])
      expect(JSON.stringify(found)).not.toContain(USERS_KEY)
    })

    test('asks what the real host takes, and it refuses any other name', async () => {
      await using opened = await openReplayed(source, say)
      for (const name of Object.keys(expected)) await opened.search(track(name), signal)
      expectMutantsRefused(tablesOf(source), opened.requests)
    })

    test('is unavailable where the host does not know a name', async () => {
      await using usual = await openReplayed(source, say)
      await usual.search(track('found'), signal)
      for (const name of usual.asked[0]?.searchParams.keys() ?? []) {
        await using way = await openWay(source, say)
        const { context } = way
        await using opened = source.open({ ...context, http: renaming(context.http, name) })
        const search = opened.search(track('found'), signal)
        await expect(search, name).rejects.toBeInstanceOf(UnavailableError)
      }
    })

    test('several that fit are all offered', () => {
      expect(expected.several?.found.length).toBeGreaterThan(1)
    })

    test('finds nothing where there is nothing at the address', async () => {
      await using opened = await openReplayed(source, () => ({ status: 404, body: 'Not found' }))
      expect(await opened.search(track('found'), signal)).toEqual([])
    })

    test.each([
      [429, { 'retry-after': '1' }],
      [503, { 'retry-after': '1' }],
      [500, {}],
    ])('waits and asks again when told %i once', async (status, headers) => {
      let told = false
      await using opened = await openReplayed(source, (url) => {
        if (told) return say(url)
        told = true
        return { status, headers, body: '{}' }
      })
      expect(await opened.search(track('found'), signal)).not.toEqual([])
    })

    test('says until when it is unavailable where the host asks for a long rest', async () => {
      const headers = { 'retry-after': '86400' }
      await using opened = await openReplayed(source, () => ({ status: 429, headers, body: '' }))
      await expect(opened.search(track('found'), signal)).rejects.toMatchObject({
        until: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      })
    })

    test.each<[string, (reply: TextReply) => TextReply, number?]>([
      ['is down', () => ({ status: 503, body: 'Service Unavailable' })],
      ['forbids it', (reply) => ({ ...reply, status: 403 })],
      ['answers with a page', () => ({ body: '<!doctype html><title>Welcome</title>' })],
      ['answers with broken JSON', ({ body }) => ({ body: body.slice(0, -2) })],
      ['answers with nothing', () => ({ body: '' })],
      ['answers with another shape', () => ({ body: '"All is well."' })],
      ['answers with lists in lists', () => ({ body: '['.repeat(100_000) })],
      ['is cut off', (reply) => ({ ...reply, fault: 'truncated' })],
      ['never ends', (reply) => ({ ...reply, fault: 'slow' }), 50],
      ['never begins', (reply) => ({ ...reply, fault: 'silent' }), 50],
    ])('is unavailable, in a clear sentence, when the host %s', async (_, spoil, patienceMs) => {
      await using opened = await openReplayed(source, (url) => spoil(say(url)), patienceMs)
      const error = await opened.search(track('found'), signal).catch((thrown) => thrown)
      expect(error).toBeInstanceOf(UnavailableError)
      expect(error.message).toMatch(/^[^\p{Cc}]{10,300}\.$/u)
      expect(error.message).not.toContain(USERS_KEY)
    })

    test('asks again for what was no answer', async () => {
      let spoilt = true
      await using opened = await openReplayed(source, (url) =>
        spoilt ? { body: '{"error": "Try later."}' } : say(url),
      )
      await expect(opened.search(track('found'), signal)).rejects.toBeInstanceOf(UnavailableError)
      spoilt = false
      expect(await opened.search(track('found'), signal)).not.toEqual([])
    })

    test.each([
      'https://open.spotify.com/track/1',
      'https://elsewhere.example/',
      'https://127.0.0.1/',
      'http://localhost/',
      'file:///etc/passwd',
    ])('follows no redirect to %s', async (location) => {
      await using opened = await openReplayed(source, () => ({
        status: 302,
        headers: { location },
        body: '',
      }))
      await expect(opened.search(track('found'), signal)).rejects.toBeInstanceOf(
        RequestRefusedError,
      )
      expect(opened.refused).toHaveLength(1)
    })

    test('stops in the middle of a search when told to', async () => {
      const stop = new AbortController()
      const reason = new Error('Stopped by the user.')
      await using opened = await openReplayed(source, (url) => {
        stop.abort(reason)
        return { ...say(url), fault: 'slow' }
      })
      const search = opened.search(track('found'), stop.signal)
      await expect(search).rejects.toBe(reason)
    })

    test('takes whatever stands in the fields of an answer', async () => {
      const places = fc.integer({ min: 0, max: 10_000 })
      const names = fc.constantFrom(...Object.keys(expected))
      await fc.assert(
        fc.asyncProperty(names, places, oddValue, async (name, place, value) => {
          await using opened = openDirectly(source, (url) => {
            const body = replaceValue(JSON.parse(sayOrNothing(url).body), place, value)
            return { body: JSON.stringify(body) }
          })
          const found = await opened.search(track(name), signal).catch((error) => {
            if (!(error instanceof UnavailableError)) throw error
            return []
          })
          for (const recording of found) expectSound(source, recording)
        }),
        { numRuns: RUNS },
      )
    })
  })
}

/** More for a thorough run by hand. */
const RUNS = Number(process.env.SONGKEEP_FUZZ_RUNS ?? 100)

const oddValue = fc.oneof(
  anyJson(),
  fc.constantFrom('\u0000\u202e', '../..', '"><script>', ' ', -1, 1e308, [null], '__proto__'),
  fc.constantFrom('javascript:alert(1)', 'https://127.0.0.1/a.mp3', '//elsewhere.example/a.flac'),
)

/** What a candidate carries to be judged by, and that nothing in it could do harm. */
function expectSound(source: Provider<'search'>, recording: Recording): void {
  expect(recording.source).toBe(source.name)
  expect(recording.id).not.toBe('')
  expect(new URL(recording.url ?? '').protocol).toBe('https:')
  expect(recording.uploaderUrl ?? 'https://none.example/').toMatch(/^https:\/\/\S+$/)
  expect(recording.answer).toMatchObject({
    url: expect.stringMatching(/^https:/),
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
  })
  const { title, artists, albumArtists = [], album = 'none', licence = 'none' } = recording
  for (const text of [title, album, licence, ...artists, ...albumArtists]) expectClean(text)
  const { durationMs = 1, trackNumber = 1, discNumber = 1, year = 2000 } = recording
  for (const number of [durationMs, trackNumber, discNumber, year])
    expect(Number.isSafeInteger(number) && number > 0).toBe(true)
  if (source.linkOnly) expect(recording.media).toBeUndefined()
  for (const { url } of recording.media?.kind === 'remote' ? recording.media.files : [])
    expect(() => checkUrl(url, source.hosts)).not.toThrow()
}
