import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import { foldText } from '../../text/fold.ts'
import { keyOf } from '../../text/words.ts'
import { type Signature, signKey } from '../format/hash.ts'
import type { Records } from '../format/records.ts'
import { keysOf } from './keys.ts'
import type { Hit, LookupResult } from './lookup-result.ts'
import { alike, FIT } from './scan.ts'
import { SURE } from './ways.ts'

/** Records read and looked at before the best are handed on: more where a song has many recordings. */
export const TO_READ = { few: 20, many: 320, much: 2 * (FIT.whole - FIT.core) } as const

/** Reads the best records and hands on the best of those, their artists and durations being known now. */
export function chooseBest(
  track: Track,
  found: LookupResult,
  most: number,
  records: Records,
): Recording[] {
  // Where the title is there, of its artist, nothing else comes nearer.
  if (found.best >= SURE) {
    const sure = found.top({ ...TO_READ, few: found.count(SURE) })
    const read = sure.slice(0, most).map(({ track: number }) => records.read(number))
    if (sure.length <= most && read.some((recording) => isTitled(recording, track))) return read
  }
  const few = Math.max(TO_READ.few, found.count(SURE))
  const top = found.top({ ...TO_READ, few })
  if (top.length <= most) return top.map(({ track: number }) => records.read(number))
  return scoreHits(track, top, (number) => records.read(number), most).map(
    ({ recording }) => recording,
  )
}

export interface ScoredHit {
  readonly track: number
  readonly score: number
  readonly recording: Recording
}

/** The best `most` of them now that their records are read; of equals, the one that lies first. */
export function scoreHits(
  track: Track,
  hits: readonly Hit[],
  read: (track: number) => Recording,
  most: number,
): ScoredHit[] {
  const names = track.artists.map(signName)
  // In the order in which they lie: an artist's stand together, and each block is read once.
  return hits
    .toSorted((a, b) => a.track - b.track)
    .map(({ track: number, score, isElsewhere }) => {
      const recording = read(number)
      const artists = isElsewhere ? likenessOf(names, recording.artists) : SAME_ARTIST
      return { track: number, recording, score: score + artists + bonus(track, recording) }
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
}

/** Key entries hold sixteen bits of a title's hash: among an artist's thousand titles one may have them by chance. */
export function isTitled(recording: Recording, track: Track): boolean {
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
