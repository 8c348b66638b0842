import type { Decision, Evidence, Field } from '../model/match.ts'
import type { Track } from '../model/track.ts'
import { compareArtists, compareGuests } from './compare-artists.ts'
import { compareAlbums, compareDurations, compareIsrcs, compareYears } from './compare-rest.ts'
import { compareTitles } from './compare-titles.ts'
import { compareVersions } from './compare-versions.ts'
import { type Prepared, prepare } from './prepare.ts'
import { type LevelOf, RARITY, WEIGHTS } from './weights.ts'

/** The level each field reached. */
export interface Levels {
  readonly title: LevelOf<'title'>
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
  const weight = weigh(levels, preparedLeft)
  const probability = probabilityOf(weight)
  const evidence = explain(levels, preparedLeft, preparedRight)
  const decision = probability >= ACCEPT ? 'match' : probability >= DOUBT ? 'ambiguous' : 'none'
  return { decision, probability, weight, evidence }
}

export function compareLevels(left: Prepared, right: Prepared): Levels {
  const title = compareTitles(left, right)
  const artist = title.artistInTitle ? 'in title' : compareArtists(left, right)
  const album = title.albumInTitle ? 'exact' : compareAlbums(left, right)
  return {
    title: title.level,
    version: compareVersions(left, right),
    artist,
    guests: compareGuests(left, right),
    album: album === 'exact' && WEIGHTS.artist[artist] < 2 ? 'exact, another credit' : album,
    duration: compareDurations(left, right),
    year: compareYears(left, right),
    isrc: compareIsrcs(left, right),
  }
}

export function weigh(levels: Levels, left: Prepared): number {
  return (
    WEIGHTS.prior.pair +
    WEIGHTS.title[levels.title] +
    rarity(levels, left) +
    WEIGHTS.version[levels.version] +
    WEIGHTS.artist[levels.artist] +
    WEIGHTS.guests[levels.guests] +
    WEIGHTS.album[levels.album] +
    WEIGHTS.duration[levels.duration] +
    WEIGHTS.year[levels.year] +
    WEIGHTS.isrc[levels.isrc]
  )
}

function rarity(levels: Levels, left: Prepared): number {
  if (WEIGHTS.title[levels.title] <= 0) return 0
  const bits = (left.core.key.length - RARITY.from) * RARITY.perCharacter
  return Math.max(RARITY.least, Math.min(RARITY.most, bits))
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
  add(
    'title',
    levels.title,
    WEIGHTS.title[levels.title] + rarity(levels, left),
    left.given.title,
    right.given.title,
  )
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
