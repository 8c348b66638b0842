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

type Place = 'title' | 'artist' | 'place' | 'album' | 'decoration'

/** How much a word counts by where it stands, in a file as in what is looked for; falling. */
const shares: readonly (readonly [Place, number])[] = [
  ['title', 1],
  ['artist', 0.6],
  ['place', 0.35],
  ['album', 0.2],
  ['decoration', 0.2],
]

/**
 * Finds, among all files, the few that a track may be: a blocking step, meant to lose nothing rather
 * than to judge. Names are folded and cut into words and three-letter pieces of words; each counts by
 * its rarity (Robertson and Spärck Jones' idf), so that typing mistakes, another order, additions and
 * missing artists lower the score without losing the file.
 */
export class CandidateIndex {
  readonly #ids = new Map<string, number>()
  /** By piece: the files that have it, each with the rank of its best share: `file * 8 + rank`. */
  readonly #postings: number[][] = []
  readonly #rarities: Float64Array
  readonly #lengths: Float64Array
  readonly #byIsrc = new Map<string, number[]>()

  constructor(files: readonly Findable[]) {
    const words = new Map<string, readonly number[]>()
    const learn = (word: string) => this.#learn(word, words)
    // The file that a piece was last seen in: a second time in the same file it counts no more.
    const lastSeen: number[] = []
    for (const [file, facts] of files.entries()) {
      for (const [rank, text] of listTexts(facts))
        for (const word of listWords(text))
          for (const piece of learn(word)) {
            if (lastSeen[piece] === file) continue
            lastSeen[piece] = file
            this.#postings[piece]?.push(file * 8 + rank)
          }
      if (facts.isrc) this.#byIsrc.set(facts.isrc, [...(this.#byIsrc.get(facts.isrc) ?? []), file])
    }
    this.#rarities = Float64Array.from(this.#postings, ({ length }) =>
      Math.log(1 + (files.length - length + 0.5) / (length + 0.5)),
    )
    this.#lengths = this.#measure(files.length)
  }

  /** Positions of the likeliest files, best first. */
  find(track: Track, most: number): readonly number[] {
    const scores = new Float64Array(this.#lengths.length)
    let work = 0
    for (const { rank, rarity, postings } of this.#recall(track)) {
      const factor = shareOf(rank) * rarity ** 2
      for (const posting of postings)
        scores[posting >> 3] = (scores[posting >> 3] ?? 0) + factor * shareOf(posting & 7)
      work += postings.length
      if (work > MAX_WORK) break
    }
    for (let file = 0; file < scores.length; file++)
      scores[file] = (scores[file] ?? 0) / (this.#lengths[file] || 1)
    // The ISRC names one recording: whatever else differs, it goes first.
    const same = track.isrc === undefined ? [] : (this.#byIsrc.get(track.isrc) ?? [])
    return [...new Set([...same, ...findLargest(scores, most)])].slice(0, most)
  }

  /** Cosine's denominator for each file, so that a long name is not likely for that alone. */
  #measure(fileCount: number): Float64Array {
    const squares = new Float64Array(fileCount)
    for (const [piece, postings] of this.#postings.entries())
      for (const posting of postings) {
        const weight = shareOf(posting & 7) * (this.#rarities[piece] ?? 0)
        squares[posting >> 3] = (squares[posting >> 3] ?? 0) + weight ** 2
      }
    return squares.map(Math.sqrt)
  }

  #learn(word: string, words: Map<string, readonly number[]>): readonly number[] {
    let pieces = words.get(word)
    if (pieces) return pieces
    pieces = cutWord(word).map((piece) => {
      const id = this.#ids.get(piece) ?? this.#postings.push([]) - 1
      this.#ids.set(piece, id)
      return id
    })
    words.set(word, pieces)
    return pieces
  }

  /** What is known of a track's pieces, the rarest first. */
  #recall(track: Track): readonly Recalled[] {
    const known = new Map<number, Recalled>()
    for (const [rank, text] of listTexts(track))
      for (const word of listWords(text))
        for (const piece of cutWord(word)) {
          const id = this.#ids.get(piece)
          if (id === undefined || known.has(id)) continue
          known.set(id, {
            rank,
            rarity: this.#rarities[id] ?? 0,
            postings: this.#postings[id] ?? [],
          })
        }
    return [...known.values()].sort((a, b) => a.postings.length - b.postings.length)
  }
}

/** Files looked at for one track: what comes after is in so many that it tells little. */
const MAX_WORK = 100_000

interface Recalled {
  readonly rank: number
  readonly rarity: number
  readonly postings: readonly number[]
}

const rankOf = Object.fromEntries(shares.map(([place], rank) => [place, rank])) as Readonly<
  Record<Place, number>
>

const shareOf = (rank: number) => shares[rank]?.[1] ?? 0

/** `Song (feat. X) [Remastered 2011]`, `Song - Live`: what follows the name tells versions apart, not songs. */
function splitDecoration(title: string): readonly [string, string] {
  const at = title.search(/(?<=\S)(?:\s+[-–—/]\s|\s*[([{]|\s+(?:feat|ft|featuring)\b)/i)
  return at === -1 ? [title, ''] : [title.slice(0, at), title.slice(at)]
}

/** The texts to be found by, with the ranks of their places, the weightiest first. */
function* listTexts(
  facts: Omit<Findable, 'place'> & { readonly place?: string },
): Generator<readonly [rank: number, text: string]> {
  const [name, decoration] = splitDecoration(facts.title)
  yield [rankOf.title, name]
  for (const artist of facts.artists) yield [rankOf.artist, artist]
  for (const artist of facts.albumArtists ?? []) yield [rankOf.artist, artist]
  if (facts.place) yield [rankOf.place, facts.place]
  if (facts.album) yield [rankOf.album, facts.album]
  if (decoration) yield [rankOf.decoration, decoration]
}

const MAX_WORDS = 60

const listWords = (text: string) => foldText(text).split(' ', MAX_WORDS)

/** The word and its three-letter pieces with edges marked: `love` → `love`, `^lo`, `lov`, `ove`, `ve$`. */
function cutWord(word: string): readonly string[] {
  const edged = `^${word.slice(0, 40)}$`
  const pieces = [word]
  for (let at = 0; at + 3 <= edged.length; at++) pieces.push(edged.slice(at, at + 3))
  return pieces
}

/** The positions of the largest numbers above 0, falling; of equal ones the first. */
function findLargest(numbers: Float64Array, most: number): readonly number[] {
  const largest: number[] = []
  const at = (rank: number) => numbers[largest[rank] ?? -1] ?? 0
  for (let position = 0; position < numbers.length; position++) {
    const number = numbers[position] ?? 0
    if (number <= (largest.length < most ? 0 : at(most - 1))) continue
    let rank = Math.min(largest.length, most - 1)
    while (rank > 0 && at(rank - 1) < number) rank--
    largest.splice(rank, 0, position)
    if (largest.length > most) largest.pop()
  }
  return largest
}
