import type { Decision, Evidence, Field } from '../model/match.ts'
import type { Track } from '../model/track.ts'
import { compareArtists, compareGuests } from './compare-artists.ts'
import { compareAlbums, compareDurations, compareIsrcs, compareYears } from './compare-rest.ts'
import { compareTitles } from './compare-titles.ts'
import { compareVersions } from './compare-versions.ts'
import { type Prepared, prepare } from './prepare.ts'
import { readingsOf } from './readings.ts'
import { type LevelOf, RARITY, WEIGHTS } from './weights.ts'

/** The level each field reached. */
export interface Levels {
  readonly title: LevelOf<'title'>
  /** Of the shorter core title, in letters. */
  readonly titleLength: number
  readonly version: LevelOf<'version'>
  readonly artist: LevelOf<'artist'>
  readonly guests: LevelOf<'guests'>
  readonly album: LevelOf<'album'>
  readonly duration: LevelOf<'duration'>
  readonly year: LevelOf<'year'>
  readonly isrc: LevelOf<'isrc'>
}

export interface Comparison {
  readonly decision: Decision
  /** 0 to 1. */
  readonly probability: number
  /** The sum of the evidence, in bits. */
  readonly weight: number
  readonly evidence: readonly Evidence[]
}

/** From this probability on, a pair or a candidate is accepted. */
export const ACCEPT = 0.9
/** Between this one and `ACCEPT` nobody knows. */
export const DOUBT = 0.5

/** Do these two texts name one recording? */
export function compare(left: Track, right: Track): Comparison {
  const preparedLeft = prepare(left)
  const preparedRight = prepare(right)
  const levels = compareLevels(preparedLeft, preparedRight)
  const weight = weigh(levels)
  const probability = probabilityOf(weight)
  const evidence = explain(levels, preparedLeft, preparedRight)
  const decision = probability >= ACCEPT ? 'match' : probability >= DOUBT ? 'ambiguous' : 'none'
  return { decision, probability, weight, evidence }
}

/** The levels of the likeliest reading: what tags and file names hide in titles is found there. */
export function compareLevels(left: Prepared, right: Prepared): Levels {
  let best = levelsOf(left, right)
  if (!left.mayHide && !right.mayHide) return best
  if (best.title === 'exact' && best.artist === 'exact') return best
  let most = weigh(best)
  for (const l of readingsOf(left, right))
    for (const r of readingsOf(right, left)) {
      if (l === left && r === right) continue
      const levels = levelsOf(l, r)
      const weight = weigh(levels)
      if (weight <= most) continue
      best = levels
      most = weight
    }
  return best
}

function levelsOf(left: Prepared, right: Prepared): Levels {
  const artist = compareArtists(left, right)
  const album = compareAlbums(left, right)
  return {
    title: compareTitles(left, right),
    titleLength: Math.min(left.core.key.length, right.core.key.length),
    version: compareVersions(left, right),
    artist,
    guests: compareGuests(left, right),
    album: album === 'exact' && WEIGHTS.artist[artist] < 2 ? 'exact, another credit' : album,
    duration: compareDurations(left, right),
    year: compareYears(left, right),
    isrc: compareIsrcs(left, right),
  }
}

export function weigh(levels: Levels): number {
  return (
    WEIGHTS.prior.pair +
    weighTitle(levels) +
    WEIGHTS.version[levels.version] +
    WEIGHTS.artist[levels.artist] +
    WEIGHTS.guests[levels.guests] +
    WEIGHTS.album[levels.album] +
    WEIGHTS.duration[levels.duration] +
    WEIGHTS.year[levels.year] +
    WEIGHTS.isrc[levels.isrc]
  )
}

/** An agreeing title counts by its length, too. */
function weighTitle({ title, titleLength }: Levels): number {
  const weight = WEIGHTS.title[title]
  if (weight <= 0) return weight
  const bits = (titleLength - RARITY.from) * RARITY.perCharacter
  return weight + Math.max(RARITY.least, Math.min(RARITY.most, bits))
}

export const probabilityOf = (weight: number) => 1 / (1 + 2 ** -weight)

/** The waterfall: one line for each field that says anything. */
export function explain(levels: Levels, left: Prepared, right: Prepared): readonly Evidence[] {
  const evidence: Evidence[] = [{ field: 'prior', level: 'pair', weight: WEIGHTS.prior.pair }]
  const add = (field: Field, level: string, weight: number, l?: string, r?: string) => {
    if (weight === 0) return
    evidence.push({
      field,
      level,
      weight,
      ...(l === undefined ? {} : { left: l }),
      ...(r === undefined ? {} : { right: r }),
    })
  }
  add('title', levels.title, weighTitle(levels), left.given.title, right.given.title)
  add('version', levels.version, WEIGHTS.version[levels.version])
  add(
    'artist',
    levels.artist,
    WEIGHTS.artist[levels.artist],
    left.given.artists.join('; '),
    right.given.artists.join('; '),
  )
  add('guests', levels.guests, WEIGHTS.guests[levels.guests])
  add('album', levels.album, WEIGHTS.album[levels.album], left.given.album, right.given.album)
  add(
    'duration',
    levels.duration,
    WEIGHTS.duration[levels.duration],
    `${left.durationMs / 1000} s`,
    `${right.durationMs / 1000} s`,
  )
  add('year', levels.year, WEIGHTS.year[levels.year], `${left.year}`, `${right.year}`)
  add('isrc', levels.isrc, WEIGHTS.isrc[levels.isrc], left.isrc, right.isrc)
  return evidence
}
