import type { Track } from '../../model/track.ts'
import { foldText } from '../../text/fold.ts'

/** What a file can be found by. */
export interface Findable {
  readonly title: string
  readonly artists: readonly string[]
  readonly album?: string
  readonly albumArtists?: readonly string[]
  readonly isrc?: string
  /** Folders and name: words there help where tags are missing or wrong. */
  readonly place: string
}

/** How much a word counts by where it stands, in a file or in what is looked for. */
const share = { title: 1, artist: 0.6, album: 0.2, place: 0.35, decoration: 0.2 } as const

/** The ISRC names one recording: whatever else differs, it goes first. */
const isrcScore = 1e6

/**
 * Finds, among all files, the few that a track may be: a blocking step, meant to lose nothing rather
 * than to judge. Names are folded and cut into words and three-letter pieces of words; each counts by
 * its rarity (Robertson and Spärck Jones' idf), so that typing mistakes, another order, additions and
 * missing artists lower the score without losing the file.
 */
export class CandidateIndex {
  readonly #postings = new Map<string, Postings>()
  readonly #byIsrc = new Map<string, number[]>()
  readonly #norms: Float32Array
  readonly #scores: Float32Array

  constructor(files: readonly Findable[]) {
    this.#norms = new Float32Array(files.length)
    this.#scores = new Float32Array(files.length)
    for (const [file, { isrc, ...facts }] of files.entries()) {
      for (const [piece, weight] of weighPieces(facts)) {
        const postings = this.#postings.get(piece) ?? { files: [], weights: [] }
        if (postings.files.length === 0) this.#postings.set(piece, postings)
        postings.files.push(file)
        postings.weights.push(weight)
      }
      if (isrc) this.#byIsrc.set(isrc, [...(this.#byIsrc.get(isrc) ?? []), file])
    }
    for (const { files: holders, weights } of this.#postings.values()) {
      const rarity = this.#rarity(holders.length)
      for (const [at, file] of holders.entries())
        this.#norms[file] = (this.#norms[file] ?? 0) + ((weights[at] ?? 0) * rarity) ** 2
    }
  }

  /** Positions of the likeliest files, best first. */
  find(track: Track, most: number): readonly number[] {
    const scores = this.#scores.fill(0)
    for (const [piece, weight] of weighPieces({ ...track, place: '' })) {
      const postings = this.#postings.get(piece)
      if (!postings) continue
      const { files, weights } = postings
      const factor = weight * this.#rarity(files.length) ** 2
      for (let at = 0; at < files.length; at++) {
        const file = files[at] ?? 0
        scores[file] = (scores[file] ?? 0) + factor * (weights[at] ?? 0)
      }
    }
    const found: { readonly file: number; readonly score: number }[] = []
    const sameIsrc = new Set(track.isrc ? this.#byIsrc.get(track.isrc) : [])
    for (const file of sameIsrc) scores[file] = isrcScore
    for (let file = 0; file < scores.length; file++) {
      const score = scores[file] ?? 0
      if (score > 0) found.push({ file, score: score / Math.sqrt(this.#norms[file] || 1) })
    }
    return found
      .sort((a, b) => b.score - a.score || a.file - b.file)
      .slice(0, most)
      .map(({ file }) => file)
  }

  #rarity(holders: number): number {
    return Math.log(1 + (this.#norms.length - holders + 0.5) / (holders + 0.5))
  }
}

interface Postings {
  readonly files: number[]
  readonly weights: number[]
}

/** The pieces of all names with the greatest weight that each has anywhere. */
function weighPieces(facts: Omit<Findable, 'isrc'>): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  const add = (text: string | undefined, weight: number) => {
    if (!text) return
    for (const piece of cutIntoPieces(foldText(text)))
      if (weight > (weights.get(piece) ?? 0)) weights.set(piece, weight)
  }
  const [name, decoration] = splitDecoration(facts.title)
  add(name, share.title)
  add(decoration, share.decoration)
  for (const artist of facts.artists) add(artist, share.artist)
  for (const artist of facts.albumArtists ?? []) add(artist, share.artist)
  add(facts.album, share.album)
  add(facts.place, share.place)
  return weights
}

/** `Song (feat. X) [Remastered 2011]`, `Song - Live`: what follows the name tells versions apart, not songs. */
function splitDecoration(title: string): readonly [string, string] {
  const at = title.search(/(?<=\S)(?:\s+[-–—/]\s|\s*[([{]|\s+(?:feat|ft|featuring)\b)/i)
  return at === -1 ? [title, ''] : [title.slice(0, at), title.slice(at)]
}

const maxWords = 60

/** Whole words, and their three-letter pieces with edges marked: `love` → `love`, `^lo`, `lov`, `ove`, `ve$`. */
function* cutIntoPieces(folded: string): Generator<string> {
  for (const word of folded.split(' ', maxWords)) {
    yield word
    const edged = `^${word.slice(0, 40)}$`
    for (let at = 0; at + 3 <= edged.length; at++) yield edged.slice(at, at + 3)
  }
}
