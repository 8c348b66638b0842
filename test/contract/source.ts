import { describe, expect, test } from 'vitest'
import type { Track } from '../../src/model/track.ts'
import type { OpenProvider } from '../../src/source/provider.ts'

/** What a source holds when it is opened for the contract. */
export interface SourceFixture {
  /** Named as a playlist names it, and there. */
  readonly there: Track
  /** There in another version only: `Song` asked for, `Song (Live)` held. */
  readonly otherVersion: Track
  /** Not there, nor anything like it. */
  readonly missing: Track
  /** True of a host that lets nothing be copied, and whose sound is not even named. */
  readonly linkOnly?: boolean
}

/** What every source must do; judging is left to others. */
export function testSource(
  name: string,
  open: () => Promise<OpenProvider<'search'>>,
  fixture: SourceFixture,
): void {
  const { signal } = new AbortController()

  describe(`${name} as a source`, () => {
    test('has a stable name in kebab-case', async () => {
      await using source = await open()
      expect(source.name).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
      await using again = await open()
      expect(again.name).toBe(source.name)
    })

    test('finds what is there, first', async () => {
      await using source = await open()
      const [first] = await source.search(fixture.there, signal)
      expect(first?.title.toLowerCase()).toBe(fixture.there.title.toLowerCase())
      expect(first?.source).toBe(source.name)
      expect(first?.media === undefined).toBe(fixture.linkOnly ?? false)
    })

    test('offers another version too, under its own name', async () => {
      await using source = await open()
      const found = await source.search(fixture.otherVersion, signal)
      expect(found.map(({ title }) => title)).not.toContain(fixture.otherVersion.title)
      expect(found.some(({ title }) => title.startsWith(fixture.otherVersion.title))).toBe(true)
    })

    test('answers with nothing like it, or nothing, when it is not there', async () => {
      await using source = await open()
      const found = await source.search(fixture.missing, signal)
      expect(found.map(({ title }) => title)).not.toContain(fixture.missing.title)
    })

    test('answers with few, each once, under the same ids again', async () => {
      await using source = await open()
      const found = await source.search(fixture.there, signal)
      const ids = found.map(({ id }) => id)
      expect(ids.length).toBeLessThanOrEqual(50)
      expect(new Set(ids).size).toBe(ids.length)
      await using again = await open()
      expect((await again.search(fixture.there, signal)).map(({ id }) => id)).toEqual(ids)
    })

    test('answers several at once as one after the other', async () => {
      await using source = await open()
      const tracks = [fixture.there, fixture.otherVersion, fixture.missing, fixture.there]
      const together = await Promise.all(tracks.map((track) => source.search(track, signal)))
      for (const [at, track] of tracks.entries())
        expect(together[at]).toEqual(await source.search(track, signal))
    })

    test('takes a track of odd text', async () => {
      await using source = await open()
      for (const title of [
        '',
        ' ',
        '\0',
        '\u202e',
        '\ud800',
        '%',
        "'; DROP TABLE file",
        'x'.repeat(5000),
      ])
        expect(await source.search({ title, artists: [title] }, signal)).toBeInstanceOf(Array)
    })

    test('stops when told to', async () => {
      await using source = await open()
      const stopped = AbortSignal.abort()
      await expect(source.search(fixture.there, stopped)).rejects.toBe(stopped.reason)
    })

    test('answers no more once disposed of, which may happen twice', async () => {
      const source = await open()
      await source[Symbol.asyncDispose]()
      await source[Symbol.asyncDispose]()
      await expect(source.search(fixture.there, signal)).rejects.toThrow(/closed/)
    })
  })
}
