import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import { dropStageWord, takeCreditApart } from '../../text/credit.ts'
import { foldText } from '../../text/fold.ts'
import { keyOf } from '../../text/words.ts'
import { hashKey, type Signature, signKey } from '../format/hash.ts'
import { GUEST_BYTES, KEY_BYTES, secondsByte } from '../format/layout.ts'
import { Records } from '../format/records.ts'
import { LookupResult } from './found.ts'
import { type ArtistKey, keyOfCore, keysOf, type TitleKey } from './keys.ts'
import type { OpenIndex } from './open-index.ts'
import { alike, FIT, scanKeys } from './scan.ts'

/** Scores add to the fit of the title: by which way a track was found. */
const WAY = { artist: 100, shorter: 70, neighbour: 60, title: 0 } as const
/** The artist as written and the core title: nothing better is to be had elsewhere. */
const SURE = WAY.artist + FIT.core
/** How a title fits with a letter lost, added or changed. */
const SLIP = 85
const NEAR = WAY.neighbour + FIT.core

/** Records read and looked at before the best are handed on: more where a song has many recordings. */
const READ = { few: 20, many: 320, much: 2 * (FIT.whole - FIT.core) } as const
/** Artists that are one or two letters off: short names have more of them than are worth asking. */
const NEIGHBOURS = 48
/** Of the artists asked for, so many are looked up, and so many of those taken to be misspelt. */
const ARTISTS = 16
const MISSPELT = 3
/** Tracks of the same title under other artists that are looked at: many if nothing else was found. */
const OTHERS = { few: 4, many: 24, apart: 8 } as const
/** Runs longer than this (`various artists`, …) are not scanned; the title leads into them. */
const LONGEST_RUN = 2 ** 18

/** Finds the recordings of one index that may be the one a track names. */
export class IndexLookup {
  readonly #index: OpenIndex
  readonly #records: Records

  constructor(index: OpenIndex) {
    this.#index = index
    this.#records = new Records(index)
  }

  /** At most `most` recordings, the likely ones first, not judged. */
  candidates(track: Track, most: number): Recording[] {
    const found = new LookupResult()
    const { isrc } = track
    if (isrc !== undefined) {
      this.#index.isrcs.find(hashKey(isrc), (number) => found.addFirst(number))
    }
    this.#search(track, found)
    if (found.best < SURE) {
      for (const reading of otherReadings(track)) this.#search(reading, found)
    }
    return this.#choose(track, found, most)
  }

  #search(track: Track, found: LookupResult): void {
    const { artists, title } = keysOf(track)
    const titles: TitleKey[] = [title]
    if (title.full !== undefined) titles.push(keyOfCore(title.full))
    for (const { hash } of artists.slice(0, ARTISTS))
      this.#scanArtist(hash, titles, found, WAY.artist)
    // Of the artist as written a title with a letter wrong: nobody else is meant.
    if (found.best < WAY.artist + SLIP) {
      for (const hash of shorterNames(track)) this.#scanArtist(hash, titles, found, WAY.shorter)
      for (const artist of artists.slice(0, MISSPELT)) this.#scanNeighbours(artist, titles, found)
    }
    for (const each of titles) this.#addOthers(each, track.durationMs, found)
  }

  #scanArtist(hash: number, titles: readonly TitleKey[], found: LookupResult, way: number): void {
    const artist = this.#index.artists.find(hash)
    if (artist >= 0) this.#scanRun(artist, titles, found, way)
  }

  #scanRun(artist: number, titles: readonly TitleKey[], found: LookupResult, way: number): void {
    const { artists, keys, guests } = this.#index
    const { firstTrack, endTrack, firstGuest, endGuest } = artists.run(artist)
    const tracks = endTrack - firstTrack
    if (tracks > 0 && tracks <= LONGEST_RUN) {
      const own = keys.readWords(firstTrack * KEY_BYTES, tracks * KEY_BYTES)
      for (const title of titles) {
        const { count, places, fits } = scanKeys(own, KEY_BYTES / 4, title)
        for (let at = 0; at < count; at++) {
          found.add(firstTrack + (places[at] as number), way + (fits[at] as number))
        }
      }
    }
    // A guest whose name is misspelt is found by the title.
    const rows = way === WAY.neighbour ? 0 : endGuest - firstGuest
    if (rows > 0 && rows <= LONGEST_RUN) {
      const others = guests.readWords(firstGuest * GUEST_BYTES, rows * GUEST_BYTES)
      for (const title of titles) {
        const { count, places, fits } = scanKeys(others, GUEST_BYTES / 4, title)
        for (let at = 0; at < count; at++) {
          const track = others[(places[at] as number) * (GUEST_BYTES / 4) + 2] as number
          found.add(track, way + (fits[at] as number))
        }
      }
    }
  }

  /** Artists whose names come to be the same with a letter left out of one of them, or of both. */
  #scanNeighbours(
    { key, hash }: ArtistKey,
    titles: readonly TitleKey[],
    found: LookupResult,
  ): void {
    const { artists, neighbours } = this.#index
    const near = new Set<number>()
    const add = (artist: number) => {
      if (near.size < NEIGHBOURS && artist < artists.count) near.add(artist)
    }
    if (key.length > 1) neighbours.find(hash, add)
    for (let skip = 0; skip < key.length; skip++) {
      if (key[skip] === key[skip + 1]) continue
      const without = hashKey(key, skip)
      const artist = artists.find(without)
      if (artist >= 0) add(artist)
      neighbours.find(without, add)
    }
    for (const artist of near) this.#scanRun(artist, titles, found, WAY.neighbour)
  }

  /**
   * The same title wherever it stands: tracks of the same duration first; those of another one last and
   * few, and none once the title was found under a name like the one asked for.
   */
  #addOthers(title: TitleKey, durationMs: number | undefined, found: LookupResult): void {
    const isFound = found.best >= NEAR
    const asked = secondsByte(durationMs)
    const same: number[] = []
    const unknown: number[] = []
    const apart: number[] = []
    this.#index.titles.find(title.hash, (track, seconds) => {
      if (found.has(track)) return
      const distance = Math.abs(asked - seconds)
      if (asked === 0 || seconds === 0) unknown.push(track)
      else if (Math.min(distance, 255 - distance) <= 3) same.push(track)
      else if (!isFound && apart.length < OTHERS.apart) apart.push(track)
    })
    for (const track of [...same, ...unknown, ...apart].slice(
      0,
      isFound ? OTHERS.few : OTHERS.many,
    )) {
      found.addElsewhere(track, WAY.title + FIT.core)
    }
  }

  /** Reads the best records and hands on the best of those, their artists and durations being known now. */
  #choose(track: Track, found: LookupResult, most: number): Recording[] {
    // Where the title is there, of its artist, nothing else comes nearer.
    if (found.best >= SURE) {
      const sure = found.top({ ...READ, few: found.count(SURE) })
      const read = sure.slice(0, most).map(({ track: number }) => this.#records.read(number))
      if (sure.length <= most && read.some((recording) => isTitled(recording, track))) return read
    }
    const few = Math.max(READ.few, found.count(SURE))
    const top = found.top({ ...READ, few })
    if (top.length <= most) return top.map(({ track: number }) => this.#records.read(number))
    const names = track.artists.map(signName)
    // In the order in which they lie: an artist's stand together, and each block is read once.
    return top
      .toSorted((a, b) => a.track - b.track)
      .map(({ track: number, score, isElsewhere }) => {
        const recording = this.#records.read(number)
        const artists = isElsewhere ? likenessOf(names, recording.artists) : SAME_ARTIST
        return { recording, score: score + artists + bonus(track, recording) }
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, most)
      .map(({ recording }) => recording)
  }
}

/** Key entries hold sixteen bits of a title's hash: among an artist's thousand titles one may have them by chance. */
function isTitled(recording: Recording, track: Track): boolean {
  return (
    recording.title === track.title || keysOf(recording).title.hash === keysOf(track).title.hash
  )
}

/** Whoever was found by name is as like as can be. */
const SAME_ARTIST = 100

const signName = (name: string): Signature => signKey(keyOf(foldText(name)))

function likenessOf(names: readonly Signature[], others: readonly string[]): number {
  let best = 0
  for (const other of others.map(signName)) {
    for (const name of names) best = Math.max(best, alike(name, other))
  }
  return best
}

/** What the record adds to the score that its keys gave it. */
function bonus(track: Track, recording: Recording): number {
  let score = 0
  if (track.durationMs !== undefined && recording.durationMs !== undefined) {
    const apart = Math.abs(track.durationMs - recording.durationMs)
    score += apart <= 3000 ? 30 : apart <= 10_000 ? 10 : -10
  }
  if (track.album !== undefined && track.album === recording.album) score += 20
  if (track.title === recording.title) score += 5
  return score
}

/**
 * Keys of the name without its last words, `john lennon plastic ono band` → … `john lennon`, and without
 * its beginning where that may be an article gone wrong, `tje beatles`, `thebeatles`, or left away by
 * others: `dj mustard`.
 */
function shorterNames(track: Track): number[] {
  const { main } = takeCreditApart(track.artists[0] ?? '')
  const words = main.split(' ')
  const names: string[] = []
  for (let count = words.length - 1; count >= Math.min(2, words.length - 1) && count > 0; count--) {
    names.push(words.slice(0, count).join(' '))
  }
  if (words.length > 1 && main.indexOf(' ') <= ARTICLE + 1) names.push(words.slice(1).join(' '))
  if (main.startsWith('the')) names.push(main.slice(ARTICLE))
  const bare = dropStageWord(main)
  if (bare !== undefined) names.push(bare)
  return names.map((name) => hashKey(keyOf(name)))
}

const ARTICLE = 'the'.length

/** A title that may hold the artist too: `Artist - Title`, or the other way round. */
function otherReadings(track: Track): Track[] {
  const cut = / +[-–—] +/.exec(track.title)
  if (cut === null) return []
  const before = track.title.slice(0, cut.index).trim()
  const after = track.title.slice(cut.index + cut[0].length).trim()
  if (before === '' || after === '') return []
  const readings = [{ ...track, artists: [before], title: after }]
  if (track.artists.length === 0) readings.push({ ...track, artists: [after], title: before })
  return readings
}
