import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCatalogue } from '../../src/catalogue/build/build.ts'
import { Catalogue, type CatalogueOptions } from '../../src/catalogue/catalogue.ts'
import type { CatalogueReader } from '../../src/catalogue/catalogue-reader.ts'
import type { Recording } from '../../src/model/recording.ts'
import type { Track } from '../../src/model/track.ts'
import { MANY, QUESTIONS, questionsAbout } from '../catalogue/shards/odd-recordings.ts'
import { artistsOf } from '../catalogue/support/artists.ts'
import { anyRecordings, inputOf, makeFolder } from '../catalogue/support/catalogue.ts'

/** What a member needs to open the catalogue in `folder` in its own way. */
export type OpenMember = (folder: string, options: CatalogueOptions) => Promise<OpenedMember>

export interface OpenedMember extends AsyncDisposable {
  readonly catalogue: CatalogueReader
}

/** Whoever reads a catalogue answers as the one that reads the whole from its folder; `numRuns` catalogues are made up. */
export function testCatalogue(name: string, open: OpenMember, numRuns: number): void {
  describe(name, () => {
    test('at every bound of a search', async () => {
      const folder = await build(MANY)
      for (const options of [{}, { candidates: 1 }, { candidates: 40, memory: 0 }]) {
        using whole = new Catalogue([folder], options)
        await using member = await open(folder, options)
        expect(member.catalogue.tracks).toBe(MANY.length)
        const found = await member.catalogue.lookUpAll(QUESTIONS)
        for (const [at, track] of QUESTIONS.entries())
          expect(found[at], JSON.stringify(track)).toStrictEqual(whole.lookUp(track))
        for (const track of QUESTIONS.slice(0, 20))
          expect(await member.catalogue.lookUp(track)).toStrictEqual(whole.lookUp(track))
      }
    })

    test('whatever is in it, and whatever is asked', async () => {
      await fc.assert(
        fc.asyncProperty(
          anyRecordings.chain((all) => fc.tuple(fc.constant(all), questionsAbout(all))),
          async ([recordings, questions]) => {
            const folder = await build(recordings)
            using whole = new Catalogue([folder])
            await using member = await open(folder, {})
            const found = await member.catalogue.lookUpAll([...recordings, ...questions])
            expect(found).toStrictEqual(whole.lookUpAll([...recordings, ...questions]))
          },
        ),
        { numRuns },
      )
    })

    describe('with an update, and names of artists', () => {
      let folder = ''
      let whole: Catalogue
      let member: OpenedMember
      beforeAll(async () => {
        folder = await build(MANY)
        const newer = MANY.filter((_, at) => at % 5 === 0).map((each) => ({ ...each, year: 2026 }))
        const inputs = [inputOf(newer, 'newer')]
        const artists = [artistsOf(ALIASES)]
        await buildCatalogue({ out: folder, inputs, artists, update: true })
        whole = new Catalogue([folder])
        member = await open(folder, {})
      })
      afterAll(async () => {
        whole[Symbol.dispose]()
        await member[Symbol.asyncDispose]()
      })

      test('the newer recording counts', async () => {
        const found = await member.catalogue.lookUpAll(QUESTIONS)
        expect(found).toStrictEqual(whole.lookUpAll(QUESTIONS))
        expect(found.flat().some(({ year }) => year === 2026)).toBe(true)
      })

      test('other names lead to the same', async () => {
        const track: Track = { title: 'Only This', artists: ['Somebody Else Entirely'] }
        const found = await member.catalogue.lookUp(track)
        expect(found.map(({ artists }) => artists[0])).toContain('One Artist')
        expect(found).toStrictEqual(whole.lookUp(track))
        for (const key of ['oneartist', 'somebodyelseentirely', 'nobody'])
          expect(member.catalogue.names?.holdersOf(key)).toEqual(whole.names?.holdersOf(key))
      })
    })
  })
}

const ALIASES = [
  { artist: 'One Artist', aliases: ['Somebody Else Entirely', 'Third Name'] },
  { artist: 'Everywhere Guest', aliases: ['Nowhere Host'] },
]

async function build(recordings: readonly Recording[]): Promise<string> {
  const out = makeFolder()
  await buildCatalogue({ out, inputs: [inputOf(recordings)] })
  return out
}
