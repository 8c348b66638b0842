// What the labels say about the weights: for each level of each field how often it occurs between
// two texts of one recording (m) and between texts of two (u), the match weight log2(m/u) that
// follows, and the weight the table has. Counted on one half of the queries at a time, so that a
// level which only one half supports is seen. Fields depend on one another (nobody compares
// lengths of songs by different artists), so the table is set with these figures, not by them.
// Where a folder of MusicBrainz' answers is given, it is told too how often two ISRCs of one recording
// differ (the labelled sets have none): the weight of `isrc: different` is log2 of that.
//   node bench/match/estimate.ts FOLDER-OF-LABELLED-SETS [CACHE-FOLDER] [FOLDER-OF-MUSICBRAINZ-JSON]
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareLevels } from '../../src/match/compare.ts'
import { prepare } from '../../src/match/prepare.ts'
import { rank } from '../../src/match/rank.ts'
import { type Levels, limitOf } from '../../src/match/scoring.ts'
import { WEIGHTS } from '../../src/match/weights.ts'
import { readQueries } from './block.ts'

type Counted = 'title' | 'version' | 'artist' | 'guests' | 'album' | 'duration' | 'year' | 'isrc'
const fields: readonly Counted[] = [
  'title',
  'version',
  'artist',
  'guests',
  'album',
  'duration',
  'year',
  'isrc',
]

const [folder = '', cache = 'bench/out/match', answers] = process.argv.slice(2)
const queries = readQueries(folder, cache)
const counts = new Map<string, number>()
const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)

queries.forEach((query, at) => {
  const asked = prepare(query.track)
  for (const candidate of query.candidates) {
    const levels = compareLevels(asked, prepare(candidate))
    const right = query.truth.has(candidate.id) ? 'm' : 'u'
    for (const field of fields)
      if (comparable(field, levels)) {
        count(`${field}|${levels[field]}|${right}|${at % 2}`)
        count(`${field}||${right}|${at % 2}`)
      }
  }
})

console.log('field     level                  even half           odd half            table')
for (const field of fields)
  for (const [level, weight] of Object.entries(WEIGHTS[field]))
    console.log(
      field.padEnd(9),
      level.padEnd(22),
      cell(field, level, 0).padEnd(19),
      cell(field, level, 1).padEnd(19),
      weight,
    )

console.log('\nprobability of the first candidate, queries, share that is right')
const bins = Array.from({ length: 10 }, () => ({ queries: 0, right: 0 }))
for (const query of queries) {
  const [best] = rank(query.track, query.candidates).matches
  const bin = bins[Math.min(9, Math.floor((best?.probability ?? 0) * 10))]!
  bin.queries++
  if (best !== undefined && query.truth.has(best.recording.id)) bin.right++
}
for (const [at, { queries: all, right }] of bins.entries())
  console.log(
    `${(at / 10).toFixed(1)} to ${((at + 1) / 10).toFixed(1)}`,
    all,
    (right / all).toFixed(3),
  )

if (answers !== undefined) tellCodes(answers)

/** Of the recordings with ISRCs, how often two codes, drawn at random for two releases, differ. */
function tellCodes(answersFolder: string) {
  const codes = new Map<string, number>()
  for (const file of globSync('**/*.json', { cwd: answersFolder }))
    JSON.parse(readFileSync(join(answersFolder, file), 'utf8'), (_, value) => {
      const { id, isrcs } = Object(value) as { id?: string; isrcs?: readonly unknown[] }
      if (id !== undefined && Array.isArray(isrcs) && isrcs.length > 0) codes.set(id, isrcs.length)
      return value
    })
  const share = [...codes.values()].reduce((sum, many) => sum + 1 - 1 / many, 0) / codes.size
  console.log(
    `\n${codes.size} recordings: two codes differ in ${(100 * share).toFixed(1)} % of cases,`,
    `${Math.log2(share).toFixed(1)} bits; the table has ${WEIGHTS.isrc.different}`,
  )
}

/**
 * A field is counted where the names agree, else every pair of strangers would tell of it; and where
 * the version is no other one, else `exact` would be as frequent among live versions.
 */
function comparable(field: Counted, levels: Levels): boolean {
  const { title, artist } = levels
  if (field !== 'version' && limitOf(levels)?.field === 'version') return false
  const titles = WEIGHTS.title[title] > 0
  const artists = WEIGHTS.artist[artist] > 0
  if (field === 'title') return artists
  return field === 'artist' ? titles : titles && artists
}

function cell(field: Counted, level: string, half: number): string {
  const share = (right: string) =>
    ((counts.get(`${field}|${level}|${right}|${half}`) ?? 0) + 0.5) /
    ((counts.get(`${field}||${right}|${half}`) ?? 0) + 1)
  const seen = (right: string) => counts.get(`${field}|${level}|${right}|${half}`) ?? 0
  return `${Math.log2(share('m') / share('u'))
    .toFixed(1)
    .padStart(5)} (${seen('m')}:${seen('u')})`
}
