// Candidates for every labelled query, by plain scanning: character trigrams weighted by rarity.
// Slow and generous, so that what the model gets wrong is the model's fault. Written once to a cache.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Recording } from '../../src/model/recording.ts'
import type { Track } from '../../src/model/track.ts'
import { foldText } from '../../src/text/fold.ts'

export interface Query {
  readonly id: string
  readonly set: string
  readonly track: Track
  readonly truth: ReadonlySet<string>
  readonly candidates: readonly Recording[]
}

interface Row extends Track {
  readonly id: string
  readonly set: string
}

const KEEP = 80
/** A trigram in more rows than this says too little to be worth its time. */
const COMMON = 20_000
/** Postings read for one query, rarest first. */
const BUDGET = 60_000

export const readLines = <Line>(file: string): Line[] => {
  const bytes = readFileSync(file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)
}

/** Every query with its truth and its candidates; the second call reads what the first one wrote. */
export function readQueries(evalFolder: string, cacheFolder: string): Query[] {
  const cache = join(cacheFolder, 'candidates.jsonl')
  if (!existsSync(cache)) {
    mkdirSync(cacheFolder, { recursive: true })
    writeFileSync(cache, block(evalFolder).join('\n'))
  }
  const truths = new Map(
    readLines<{ id: string; truth: string[] }>(join(evalFolder, 'dev-truth.jsonl')).map((truth) => [
      truth.id,
      new Set(truth.truth),
    ]),
  )
  return readLines<{ query: Row; candidates: Recording[] }>(cache).map(({ query, candidates }) => ({
    id: query.id,
    set: query.set,
    track: query,
    truth: truths.get(query.id) ?? new Set(),
    candidates,
  }))
}

function block(evalFolder: string): string[] {
  const rows = readLines<Recording>(join(evalFolder, 'catalogue.jsonl.gz'))
  const postings = new Map<string, number[]>()
  for (const [at, row] of rows.entries())
    for (const gram of gramsOf(row)) {
      const list = postings.get(gram)
      if (list === undefined) postings.set(gram, [at])
      else if (list.length <= COMMON) list.push(at)
    }
  const scores = new Float32Array(rows.length)
  const lengths = Float32Array.from(rows, (row) =>
    Math.sqrt(20 + row.title.length + row.artists.join().length),
  )
  return readLines<Row>(join(evalFolder, 'dev-queries.jsonl')).map((query) => {
    const touched: number[] = []
    const lists = [...gramsOf(query)]
      .map((gram) => postings.get(gram) ?? [])
      .toSorted((a, b) => a.length - b.length)
    let read = 0
    for (const list of lists) {
      read += list.length
      if (read > BUDGET || list.length > COMMON) break
      const weight = Math.log(rows.length / list.length) ** 2
      for (const at of list) {
        if (scores[at] === 0) touched.push(at)
        scores[at] = (scores[at] ?? 0) + weight / (lengths[at] ?? 1)
      }
    }
    const ranked = Float32Array.from(touched, (at) => scores[at] ?? 0).toSorted()
    const floor = ranked[Math.max(0, ranked.length - KEEP)] ?? 0
    const best = touched.filter((at) => (scores[at] ?? 0) >= floor).slice(0, KEEP)
    for (const at of touched) scores[at] = 0
    return JSON.stringify({ query, candidates: best.map((at) => rows[at]) })
  })
}

function gramsOf(track: Pick<Track, 'title' | 'artists'>): Set<string> {
  const grams = new Set<string>()
  const add = (kind: string, text: string) => {
    const padded = ` ${text} `
    for (let at = 0; at + 3 <= padded.length; at++) grams.add(kind + padded.slice(at, at + 3))
  }
  const core = foldText(
    track.title.replaceAll(/[([].*|\s-\s.*|\b(?:feat|ft)\b.*/gi, '') || track.title,
  )
  add('t', core)
  add('v', foldText(track.title))
  for (const artist of track.artists) {
    const folded = foldText(artist)
    add('a', folded)
    for (const word of folded.split(' ')) grams.add(`${core}|${word}`)
  }
  return grams
}
