/**
 * What a list of artists' names costs, on artists that never were:
 *
 *     node bench/catalogue/names.ts [--artists 2800000] [--tracks 1000000] [--folder DIR]
 *
 * Every eighth artist has one to three aliases (a tenth of these are also the name of somebody else). The list is
 * built, once as MusicBrainz' JSON lines to see how fast these are read; then a catalogue of tracks is asked the
 * same queries twice in turn, with the list and without, and last for tracks whose artist is asked by an alias.
 */

import { once } from 'node:events'
import { createWriteStream, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildCatalogue } from '../../src/catalogue/build/build.ts'
import { Catalogue } from '../../src/catalogue/catalogue.ts'
import { openArtists } from '../../src/catalogue/read/artists/all.ts'
import { rank } from '../../src/match/rank.ts'
import type { Track } from '../../src/model/track.ts'
import { makeQueries, Random, SyntheticCatalogue } from './synthetic.ts'

const { values } = parseArgs({
  options: {
    artists: { type: 'string', default: '2800000' },
    tracks: { type: 'string', default: '1000000' },
    folder: { type: 'string', default: join(tmpdir(), 'songkeep-names') },
  },
})
const ARTISTS = Number(values.artists)
const tracks = Number(values.tracks)
const made = new SyntheticCatalogue(tracks)
const plain = join(values.folder, 'plain')
const named = join(values.folder, 'named')
/** Names of artists that have no track. */
const ELSEWHERE = 100_000_000
/** Queries asked of one side before the other has its turn. */
const BLOCK = 500

/** The aliases of an artist; most have none. */
function aliasesOf(artist: number): readonly string[] {
  const random = new Random(5, artist)
  if (random.unit() >= 1 / 8) return []
  return Array.from({ length: 1 + random.below(3) }, (_, at) =>
    made.artistName(random.unit() < 0.1 ? random.below(ARTISTS) : ELSEWHERE + artist * 4 + at),
  )
}

async function writeDump(path: string): Promise<void> {
  const out = createWriteStream(path)
  for (let artist = 0; artist < ARTISTS; artist++) {
    const name = made.artistName(artist)
    const aliases = aliasesOf(artist).map((alias) => ({
      ...{ name: alias, 'sort-name': alias, type: 'Artist name', locale: null, primary: null },
      ...{ begin: null, end: null, ended: false },
    }))
    const entity = { id: `artist-${artist}`, name, 'sort-name': name, type: 'Person', aliases }
    if (!out.write(`${JSON.stringify(entity)}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'close')
}

async function build(): Promise<void> {
  for (const out of [plain, named])
    if (!existsSync(join(out, 'catalogue.json')))
      await buildCatalogue({ out, inputs: made.inputs() })
  const dump = join(values.folder, 'artist')
  await writeDump(dump)
  const before = process.cpuUsage()
  const artists = [await openArtists(dump, new AbortController().signal)]
  const { names } = await buildCatalogue({ out: named, inputs: [], artists, update: true })
  const { user, system } = process.cpuUsage(before)
  if (!names) return
  const bytes = Object.values(names.bytes).reduce((sum, each) => sum + each, 0)
  console.log(`${values.artists} artists, ${names.aliases} aliases of ${names.artists}`)
  console.log(
    `${(bytes / names.aliases).toFixed(1)} bytes an alias, ${(bytes / 2 ** 20).toFixed(1)} MiB`,
  )
  console.log(
    `built in ${names.buildSeconds} s, ${((user + system) / 1e6).toFixed(1)} s of processor time`,
  )
  console.log(
    `peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, the recordings' build before it included`,
  )
}

const percentile = (micros: readonly number[], share: number) =>
  (micros.toSorted((a, b) => a - b)[Math.floor(micros.length * share)] ?? 0).toFixed(1)

function ask(): void {
  const opened = [plain, named].map((folder) => {
    const start = performance.now()
    const catalogue = new Catalogue([folder])
    console.log(`opened ${folder} in ${(performance.now() - start).toFixed(0)} ms`)
    return { catalogue, micros: [] as number[], right: 0, asked: 0, cpu: 0 }
  })
  const [without, withNames] = opened
  if (!without || !withNames) return
  const time = (side: typeof without, track: Track, id: string, counts: boolean) => {
    const start = performance.now()
    const { matches } = rank(track, side.catalogue.lookUp(track), side.catalogue.names)
    if (!counts) return
    side.micros.push((performance.now() - start) * 1000)
    side.asked++
    if (matches[0]?.recording.id === id) side.right++
  }
  const queries = [...makeQueries(made, 45_000)]
  for (let from = 0; from < queries.length; from += BLOCK) {
    const isWarm = from >= 5000
    const sides = (from / BLOCK) % 2 === 0 ? [without, withNames] : [withNames, without]
    for (const side of sides) {
      const before = process.cpuUsage()
      for (const { track, wanted } of queries.slice(from, from + BLOCK))
        time(side, track, wanted.id, isWarm)
      const { user, system } = process.cpuUsage(before)
      if (isWarm) side.cpu += user + system
    }
  }
  for (const [name, { micros, right, asked, cpu }] of [
    ['without', without],
    ['with', withNames],
  ] as const)
    console.log(
      `${name}: p50 ${percentile(micros, 0.5)}, p99 ${percentile(micros, 0.99)}, by processor ${(cpu / asked).toFixed(1)} µs, right ${((100 * right) / asked).toFixed(2)} %`,
    )
  askByAlias(withNames, time)
  for (const { catalogue } of opened) catalogue[Symbol.dispose]()
}

type Side = { catalogue: Catalogue; micros: number[]; right: number; asked: number; cpu: number }

/** Tracks whose artist is asked by an alias. */
function askByAlias(
  side: Side,
  time: (side: Side, track: Track, id: string, counts: boolean) => void,
) {
  const numbers = new Map<string, number>()
  for (let artist = 0; artist < Math.min(200_000, ARTISTS); artist++)
    numbers.set(made.artistName(artist), artist)
  side.micros.length = 0
  side.right = 0
  side.asked = 0
  for (const { kind, track, wanted } of makeQueries(made, 200_000)) {
    const [alias] = aliasesOf(numbers.get(wanted.artists[0] ?? '') ?? -1)
    if (kind !== 'exact' || alias === undefined) continue
    time(side, { ...track, artists: [alias] }, wanted.id, true)
  }
  const { micros, right, asked } = side
  console.log(
    `by an alias: ${asked} asked, p50 ${percentile(micros, 0.5)}, p99 ${percentile(micros, 0.99)} µs, right ${((100 * right) / asked).toFixed(2)} %`,
  )
}

await build()
ask()
