import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Playlist } from '../../src/model/playlist.ts'
import { formats } from '../../src/playlist/all.ts'
import type { FormatInput, PlaylistFormat } from '../../src/playlist/format.ts'
import { recogniseFormat } from '../../src/playlist/read.ts'
import { compareRecords, recordsOf } from '../../src/playlist/records.ts'
import { de } from '../../src/words/de/index.ts'
import { en } from '../../src/words/en/index.ts'
import { say } from '../../src/words/say.ts'
import { UserError } from '../../src/words/user-error.ts'
import { anyJson } from '../support/any-json.ts'
import { expectClean } from '../support/expect-clean.ts'
import { replaceValue } from '../support/replace-value.ts'
import { damaged, makeInput, rearranged } from './damage.ts'

const root = join(import.meta.dirname, '../fixtures/playlist')

export interface Fixture {
  readonly format: string
  readonly input: FormatInput
  readonly expected: readonly Playlist[]
}

/** `fixtures/playlist/<format>/<file>` with what is to be read from it in `<file>.expected.json`. */
export const fixtures: readonly Fixture[] = readdirSync(root).flatMap((format) =>
  readdirSync(join(root, format))
    .filter((name) => !name.endsWith('.expected.json'))
    .map((name) => ({
      format,
      input: makeInput(name, readFileSync(join(root, format, name))),
      expected: JSON.parse(readFileSync(join(root, format, `${name}.expected.json`), 'utf8')),
    })),
)

/** What every format must do, whatever it reads. */
export function testFormat(format: PlaylistFormat) {
  describe(format.name, () => {
    const own = fixtures.filter((fixture) => fixture.format === format.name)
    const others = fixtures.filter((fixture) => fixture.format !== format.name)

    test('has a fixture and a title', () => {
      expect(own.length).toBeGreaterThan(0)
      for (const words of [en, de]) expect(say(format.title, words)).not.toBe('')
    })

    test.each(own.map((fixture) => [fixture.input.name, fixture] as const))(
      'reads %s, recognised without being told',
      (_, { input, expected }) => {
        expect(recogniseFormat(input)?.name).toBe(format.name)
        expect(format.read(input)).toEqual(expected)
      },
    )

    test('counts its records apart from reading them, and all are entries or told', () => {
      for (const { input, expected } of own) {
        const told = expected.reduce((sum, playlist) => sum + recordsOf(playlist), 0)
        expect(format.count(input), input.name).toBe(told)
        expect(format.together?.count([input]) ?? told).toBe(told)
      }
    })

    test('a reader that drops a record is noticed', () => {
      for (const { input, expected } of own) {
        const records = format.count(input)
        expect(compareRecords(expected, records)).toEqual([])
        for (const [at, { entries, ...rest }] of expected.entries()) {
          if (entries.length === 0) continue
          const cut = expected.with(at, { ...rest, entries: entries.slice(1) })
          expect(compareRecords(cut, records)).toMatchObject([{ code: 'playlist.records-lost' }])
        }
      }
    })

    test('leaves what belongs to another format to it', () => {
      for (const { input, format: owner } of others) {
        const sure = formats.find(({ name }) => name === owner)?.recognise(input) ?? 0
        expect(format.recognise(input), input.name).toBeLessThan(sure)
      }
    })

    test('survives being given what belongs to another format', () => {
      for (const { input } of others) readTolerantly(format, input)
    })

    test('survives damage, cuts and noise', () => {
      const samples = own.map(({ input }) => input)
      fc.assert(
        fc.property(fc.oneof(damaged(samples), rearranged(samples)), (input) => {
          readTolerantly(format, input)
        }),
        { numRuns: RUNS },
      )
    })

    const json = own.flatMap(({ input }) => (/\.js(?:on|pf)$/.test(input.name) ? [input] : []))
    if (json.length > 0)
      test('survives values of every other type', () => {
        fc.assert(
          fc.property(
            fc.constantFrom(...json),
            fc.nat(),
            fc.oneof(
              anyJson(),
              fc.constantFrom({ toString: 1 }, { length: -1 }, [null], 1e308, -0),
            ),
            ({ name, text }, place, value) => {
              const changed = JSON.stringify(replaceValue(JSON.parse(text), place, value))
              readTolerantly(format, makeInput(name, Buffer.from(changed)))
            },
          ),
          { numRuns: RUNS },
        )
      })

    test('survives random bytes', () => {
      const input = fc
        .tuple(fc.constantFrom(...own.map(({ input: { name } }) => name)), fc.uint8Array())
        .map(([name, bytes]) => makeInput(name, bytes))
      fc.assert(
        fc.property(input, (each) => {
          readTolerantly(format, each)
        }),
        { numRuns: RUNS },
      )
    })
  })
}

/** More for a thorough run by hand. */
const RUNS = Number(process.env.SONGKEEP_FUZZ_RUNS ?? 100)

/** Anything but a UserError that comes out of a reader fails the test, as does a playlist out of shape. */
export function readTolerantly(format: PlaylistFormat, input: FormatInput): void {
  const sure = format.recognise(input)
  expect(sure).toBeGreaterThanOrEqual(0)
  expect(sure).toBeLessThanOrEqual(1)
  try {
    for (const playlist of format.read(input)) expectSound(playlist, format.name)
    const records = format.count(input)
    expect(Number.isSafeInteger(records) && records >= 0, 'a number of records').toBe(true)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
  }
}

/** No number that is none, no name that could do harm, no gap in the positions. */
export function expectSound(playlist: Playlist, format: string): void {
  expect(playlist.format).toBe(format)
  expectClean(playlist.name)
  expect(playlist.entries.map(({ position }) => position)).toEqual(
    playlist.entries.map((_, index) => index + 1),
  )
  for (const entry of playlist.entries) {
    if (entry.kind === 'skipped') {
      expect(entry.reason).not.toBe('')
      expect(entry.text.length).toBeLessThanOrEqual(200)
      continue
    }
    const { title, artists, album, durationMs, year, isrc, trackNumber, discNumber } = entry.track
    expect(title).not.toBe('')
    for (const name of [title, ...artists, ...(entry.track.albumArtists ?? []), album ?? 'none'])
      expectClean(name)
    for (const number of [durationMs, trackNumber, discNumber])
      if (number !== undefined) expect(Number.isInteger(number) && number > 0).toBe(true)
    if (year !== undefined) expect(String(year)).toMatch(/^[12]\d{3}$/)
    if (isrc !== undefined) expect(isrc).toMatch(/^[A-Z]{2}[A-Z0-9]{3}\d{7}$/)
    expect(Object.values(entry.track)).not.toContain(undefined)
  }
}
