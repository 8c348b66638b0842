import type { Evidence, Field, RankingDecision } from '../model/match.ts'
import type { Track } from '../model/track.ts'
import { compareArtists, compareGuests } from './compare-artists.ts'
import { compareAlbums, compareDurations, compareIsrcs, compareYears } from './compare-rest.ts'
import { compareTitles } from './compare-titles.ts'
import { compareVersions } from './compare-versions.ts'
import { parsesOf } from './parses.ts'
import { type Prepared, prepare } from './prepare.ts'
import { BARRED, type LevelOf, RARITY, WEIGHTS } from './weights.ts'

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
  readonly decision: RankingDecision
  /** 0 to 1. */
  readonly probability: number
  /** The sum of the evidence, in bits. */
  readonly weight: number
  readonly evidence: readonly Evidence[]
}

/** From this probability on, a pair or a candidate is accepted. */
export const ACCEPT = 0.8
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
  for (const l of parsesOf(left, right))
    for (const r of parsesOf(right, left)) {
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

/** The sum of the evidence, in bits. */
export function weigh(levels: Levels): number {
  const weight =
    WEIGHTS.prior.pair +
    weighTitle(levels) +
    WEIGHTS.version[levels.version] +
    WEIGHTS.artist[levels.artist] +
    WEIGHTS.guests[levels.guests] +
    WEIGHTS.album[levels.album] +
    WEIGHTS.duration[levels.duration] +
    WEIGHTS.year[levels.year] +
    WEIGHTS.isrc[levels.isrc]
  return weight > BARRED && barOf(levels) !== undefined ? BARRED : weight
}

/** The field that makes it another recording by itself. */
export function barOf({ title, version, artist, isrc }: Levels): Field | undefined {
  switch (version) {
    case 'another version':
    case 'another detail':
    case 'another length':
    case 'live album':
      return 'version'
    default:
      // Movements of one work have been given one ISRC.
      if (title === 'another number' && isrc === 'exact') return 'title'
      return artist === 'tribute' ? 'artist' : undefined
  }
}

/** An agreeing title counts by its length, too. */
function weighTitle({ title, titleLength }: Levels): number {
  const weight = WEIGHTS.title[title]
  if (weight <= 0) return weight
  const bits = (titleLength - RARITY.from) * RARITY.perCharacter
  return weight + Math.max(RARITY.least, Math.min(RARITY.most, bits))
}

const probabilityOf = (weight: number) => 1 / (1 + 2 ** -weight)

/** The waterfall: one line for each field that says anything; the lines add up to the weight. */
export function explain(levels: Levels, left: Prepared, right: Prepared): readonly Evidence[] {
  const { title, artists, album } = left.given
  const other = right.given
  const seconds = ({ durationMs }: Prepared) => `${durationMs / 1000} s`
  const lines: Evidence[] = [
    { field: 'prior', level: 'pair', weight: WEIGHTS.prior.pair },
    { ...line('title', levels.title, weighTitle(levels)), left: title, right: other.title },
    {
      ...line('version', levels.version, WEIGHTS.version[levels.version]),
      left: versionsOf(left),
      right: versionsOf(right),
    },
    {
      ...line('artist', levels.artist, WEIGHTS.artist[levels.artist]),
      left: artists.join('; '),
      right: other.artists.join('; '),
    },
    line('guests', levels.guests, WEIGHTS.guests[levels.guests]),
    {
      ...line('album', levels.album, WEIGHTS.album[levels.album]),
      left: album,
      right: other.album,
    },
    {
      ...line('duration', levels.duration, WEIGHTS.duration[levels.duration]),
      left: seconds(left),
      right: seconds(right),
    },
    {
      ...line('year', levels.year, WEIGHTS.year[levels.year]),
      left: `${left.year}`,
      right: `${right.year}`,
    },
    { ...line('isrc', levels.isrc, WEIGHTS.isrc[levels.isrc]), left: left.isrc, right: right.isrc },
  ]
  const bar = barOf(levels)
  const sum = lines.reduce((total, { weight }) => total + weight, 0)
  return lines
    .map((step) =>
      step.field === bar && sum > BARRED ? { ...step, weight: step.weight + BARRED - sum } : step,
    )
    .filter(({ weight }) => weight !== 0)
}

/** `remix (nils berg), remaster 2011`, `live album`; `plain` where nothing is said. */
function versionsOf({ versions, live }: Prepared): string {
  const said = versions.map(({ kind, detail, year }) =>
    [kind, detail && `(${detail})`, year].filter(Boolean).join(' '),
  )
  if (live !== 'no') said.push(live === 'yes' ? 'live album' : 'perhaps a live album')
  return said.join(', ') || 'plain'
}

const line = (field: Field, level: string, weight: number): Evidence => ({ field, level, weight })
