import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll } from 'vitest'
import { buildCatalogue } from '../../../src/catalogue/build/build.ts'
import { Catalogue, type CatalogueOptions } from '../../../src/catalogue/catalogue.ts'
import type { CatalogueInput } from '../../../src/catalogue/read/input.ts'
import type { Recording } from '../../../src/model/recording.ts'

const folders: string[] = []

/** A folder of its own, gone when the file's tests are done. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'songkeep-catalogue-'))
  folders.push(folder)
  return folder
}

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

export function inputOf(recordings: readonly Recording[], name = 'test'): CatalogueInput {
  return {
    name,
    format: 'test',
    stamp: `${name} ${recordings.length}`,
    async *read() {
      yield { recordings, skipped: [], bytesRead: 0 }
    },
  }
}

/** Builds, opens, and closes at the end of the caller's block. */
export async function openOf(recordings: readonly Recording[], options: CatalogueOptions = {}) {
  const out = makeFolder()
  await buildCatalogue({ out, inputs: [inputOf(recordings)] })
  return new Catalogue([out], options)
}

export { recording } from './recording.ts'

const name = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[A-Z][a-z]{2,8}( [A-Z][a-z]{1,8}){0,3}$/) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }) },
)
const id = fc.oneof(
  fc.uuid(),
  fc.stringMatching(/^[0-9A-Za-z]{22}$/),
  fc.nat().map(String),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
)

/** Recordings of every make, each with an id of its own. */
export const anyRecordings: fc.Arbitrary<Recording[]> = fc
  .array(
    fc.record(
      {
        id,
        source: fc.constantFrom('one', 'two', ''),
        title: name,
        artists: fc.array(name, { maxLength: 5 }),
        album: name,
        durationMs: fc.integer({ min: 1, max: 2 ** 40 }),
        year: fc.integer({ min: 1000, max: 9999 }),
        isrc: fc.oneof(fc.stringMatching(/^[A-Z]{2}[A-Z0-9]{3}[0-9]{7}$/), name),
        licence: fc.constantFrom('CC0-1.0', 'http://creativecommons.org/licenses/by/4.0/'),
        url: fc.oneof(fc.webUrl(), name),
        popularity: fc.oneof(
          fc.nat(),
          fc.double({ noNaN: true }).map((value) => value + 0),
        ),
      },
      { requiredKeys: ['id', 'source', 'title', 'artists'] },
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map((recordings) =>
    recordings.map((each, index) => ({ ...each, id: `${index}:${each.id}` }) satisfies Recording),
  )
