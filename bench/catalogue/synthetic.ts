import type { CatalogueInput } from '../../src/catalogue/read/input.ts'
import type { Recording } from '../../src/model/recording.ts'
import type { Track } from '../../src/model/track.ts'

/**
 * Tracks that never were, in the proportions of the largest catalogue described in public: 256,039,007
 * tracks by 15,430,442 artists on 58,590,982 albums, 1.36 artists a track, 1.38 tracks an ISRC, most of
 * them hardly known. Every track follows from the seed and its number alone, so any part of the
 * catalogue can be made again, and a query for any track written without having kept it.
 */
const ARTISTS_PER_TRACK = 15_430_442 / 256_039_007
const ALBUMS_PER_TRACK = 58_590_982 / 256_039_007
const ISRCS_PER_TRACK = 1 / 1.38
/** Tracks of the artist of rank r fall as r^-0.6: the first has about one in 750 at full size. */
const SKEW = 0.6
const GUEST_SHARE = 0.27
const VOCABULARY = 60_000
/** Words fall as r^-0.75, as in a language. */
const WORD_SKEW = 0.75
const BATCH = 2000

/**
 * A stream of numbers from 0 to 1, begun anew for each track and artist. Chris Doty-Humphrey's sfc32: its
 * 128 bits of state keep the streams of 256 million tracks apart, where 32 would run into one another.
 */
export class Random {
  #a: number
  #b: number
  #c: number
  #count = 1

  constructor(seed: number, number: number) {
    this.#a = seed | 0
    this.#b = number | 0
    this.#c = Math.floor(number / 2 ** 32)
    for (let round = 0; round < 12; round++) this.word()
  }

  word(): number {
    const next = (((this.#a + this.#b) | 0) + this.#count++) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + next) | 0
    return next >>> 0
  }

  unit(): number {
    return this.word() / 2 ** 32
  }

  below(count: number): number {
    return Math.floor(this.unit() * count)
  }
}

const ONSETS =
  'b c d f g h j k l m n p r s t v w z br ch cl cr dr fl fr gr pl pr sh sl st th tr'.split(' ')
const VOWELS = 'a e i o u a e i o ai ea ee ie oo ou y'.split(' ')
const CODAS = ['', '', '', 'n', 'r', 's', 't', 'l', 'm', 'd', 'ck', 'nd', 'ng', 'st', 'rt']

function makeWord(random: Random, syllables: number): string {
  let word = ''
  for (let syllable = 0; syllable < syllables; syllable++) {
    word += ONSETS[random.below(ONSETS.length)]! + VOWELS[random.below(VOWELS.length)]!
    if (syllable === syllables - 1 || random.unit() < 0.2)
      word += CODAS[random.below(CODAS.length)]!
  }
  return word
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** Frequent words are short. */
const WORDS = Array.from({ length: VOCABULARY }, (_, rank) => {
  const random = new Random(7, rank)
  return capital(makeWord(random, rank < 300 ? 1 : rank < 12_000 ? 2 : 3))
})
const rankOf = (random: Random, count: number, skew: number) =>
  Math.floor(count * random.unit() ** (1 / (1 - skew)))
const frequentWord = (random: Random) => WORDS[rankOf(random, VOCABULARY, WORD_SKEW)]!

const SUFFIXES = [
  ' - Remastered 2011',
  ' - Live',
  ' (Radio Edit)',
  ' - Acoustic',
  ' (Extended Mix)',
  ' - 2015 Remaster',
]
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const COUNTRIES = ['US', 'GB', 'DE', 'FR', 'QZ', 'QM', 'BR', 'NL', 'SE', 'JP', 'KR', 'TC']

export class SyntheticCatalogue {
  readonly tracks: number
  readonly #seed: number
  readonly #artists: number

  constructor(tracks: number, seed = 1) {
    this.tracks = tracks
    this.#seed = seed
    this.#artists = Math.max(10, Math.round(tracks * ARTISTS_PER_TRACK))
  }

  artistName(artist: number): string {
    const random = new Random(this.#seed + 1, artist)
    const shape = random.unit()
    if (shape < 0.2) return capital(makeWord(random, 2 + random.below(3)))
    const first = capital(makeWord(random, 1 + random.below(2)))
    if (shape < 0.27) return `The ${first} ${frequentWord(random)}s`
    if (shape < 0.8) return `${first} ${capital(makeWord(random, 1 + random.below(3)))}`
    return `${first} ${frequentWord(random)} ${capital(makeWord(random, 1 + random.below(2)))}`
  }

  title(random: Random): string {
    const words = 1 + Math.min(6, Math.floor(4.4 * random.unit() ** 1.3))
    let title = frequentWord(random)
    for (let word = 1; word < words; word++) title += ` ${frequentWord(random)}`
    return title
  }

  /** Numbers from `tracks` on are of the same make, and not in the catalogue. */
  recording(number: number): Recording {
    const random = new Random(this.#seed, number)
    const artist = rankOf(random, this.#artists, SKEW)
    const artists = [this.artistName(artist)]
    if (random.unit() < GUEST_SHARE) {
      const guests = 1 + Math.floor(3 * random.unit() ** 3)
      for (let guest = 0; guest < guests; guest++) {
        artists.push(this.artistName(rankOf(random, this.#artists, SKEW)))
      }
    }
    const own = (1 - SKEW) * (this.tracks / this.#artists) * (this.#artists / (artist + 1)) ** SKEW
    const album = random.below(Math.max(1, Math.round(own * ALBUMS_PER_TRACK)))
    const albumRandom = new Random(this.#seed + 2, artist * 4099 + album)
    const suffix = random.unit() < 0.12 ? SUFFIXES[random.below(SUFFIXES.length)]! : ''
    let id = DIGITS[random.below(7)]!
    for (let digit = 1; digit < 22; digit++) id += DIGITS[random.below(62)]!
    const isrc = new Random(this.#seed + 3, random.below(this.tracks * ISRCS_PER_TRACK))
    return {
      id: `synthetic:${id}`,
      source: 'synthetic',
      title: this.title(random) + suffix,
      artists,
      album: this.title(albumRandom),
      durationMs: 60_000 + Math.floor(90_000 * (random.unit() + random.unit() + random.unit())),
      year: 2025 - Math.floor(65 * random.unit() ** 3),
      isrc: `${COUNTRIES[isrc.below(12)]}${DIGITS.slice(36)[isrc.below(26)]}${isrc.below(10)}${isrc.below(10)}${String(isrc.below(1e7)).padStart(7, '0')}`,
      popularity: random.unit() < 0.7 ? 0 : Math.floor(100 * random.unit() ** 4),
    }
  }

  /** The catalogue as inputs of a build, a few million tracks each: where a stopped build goes on. */
  inputs(tracksEach = 4_000_000): CatalogueInput[] {
    return Array.from({ length: Math.ceil(this.tracks / tracksEach) }, (_, part) => {
      const from = part * tracksEach
      const to = Math.min(this.tracks, from + tracksEach)
      return {
        name: `synthetic-${part}`,
        format: 'synthetic',
        stamp: `${this.#seed}/${this.tracks}/${from}/${to}`,
        bytes: to - from,
        read: () => this.#batches(from, to),
      }
    })
  }

  async *#batches(from: number, to: number) {
    for (let start = from; start < to; start += BATCH) {
      const count = Math.min(BATCH, to - start)
      const recordings = Array.from({ length: count }, (_, index) => this.recording(start + index))
      yield { recordings, skipped: [], bytesRead: start + count - from }
    }
  }
}

export type QueryKind = 'exact' | 'title edit' | 'artist edit' | 'both' | 'absent'
export const QUERY_KINDS: readonly QueryKind[] = [
  'exact',
  'title edit',
  'artist edit',
  'both',
  'absent',
]

export interface Query {
  readonly kind: QueryKind
  readonly track: Track
  /** The recording it names; for an absent one, what it would have been. */
  readonly wanted: Recording
}

/** Queries as a playlist names tracks: first artist, duration within a second; each kind in turn. */
export function* makeQueries(catalogue: SyntheticCatalogue, count: number, seed = 99) {
  for (let number = 0; number < count; number++) {
    const random = new Random(seed, number)
    const kind = QUERY_KINDS[number % QUERY_KINDS.length]!
    const place = random.below(catalogue.tracks)
    const wanted = catalogue.recording(kind === 'absent' ? catalogue.tracks + place : place)
    const artist = wanted.artists[0] ?? ''
    const track: Track = {
      title:
        kind === 'title edit' || kind === 'both' ? editOnce(wanted.title, random) : wanted.title,
      artists: [kind === 'artist edit' || kind === 'both' ? editOnce(artist, random) : artist],
      durationMs: (wanted.durationMs ?? 0) + random.below(2000) - 1000,
    }
    yield { kind, track, wanted } satisfies Query
  }
}

/** One letter more, less or other, within the words before any bracket or dash. */
function editOnce(text: string, random: Random): string {
  const end = / [-(]/.exec(text)?.index ?? text.length
  const letter = DIGITS[10 + random.below(26)]!
  const at = random.below(end)
  switch (random.below(3)) {
    case 0:
      return text.slice(0, at) + letter + text.slice(at)
    case 1:
      return end > 2 ? text.slice(0, at) + text.slice(at + 1) : text
    default:
      return text.slice(0, at) + letter + text.slice(at + 1)
  }
}
