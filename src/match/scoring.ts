import type { Field } from '../model/match.ts'
import { DOUBTFUL, type LevelOf, RARITY, VETO, WEIGHTS } from './weights.ts'

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

/** The sum of the evidence, in bits, held to what its weakest field allows. */
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
  const most = limitOf(levels)?.most ?? weight
  return Math.min(weight, most)
}

/** What one field allows, whatever the others say. */
export interface Limit {
  readonly field: Field
  /** The pair weighs so many bits at most. */
  readonly most: number
}

/** The field that makes it another recording by itself, or leaves a doubt that nothing else lifts. */
export function limitOf(levels: Levels): Limit | undefined {
  const another = vetoOf(levels)
  if (another !== undefined) return { field: another, most: VETO }
  const doubtful = levels.isrc === 'exact' ? undefined : doubtOf(levels)
  return doubtful === undefined ? undefined : { field: doubtful, most: DOUBTFUL }
}

function vetoOf({ title, version, artist, isrc }: Levels): Field | undefined {
  switch (version) {
    case 'another-version':
    case 'another-detail':
    case 'another-length':
    case 'live-album':
      return 'version'
    default:
      // Movements of one work have been given one ISRC.
      if ((title === 'another-number' || title === 'another-work') && isrc === 'exact')
        return 'title'
      return artist === 'tribute' ? 'artist' : undefined
  }
}

/**
 * What names alone cannot settle; the same ISRC can. A suffix that nobody can read may be a version:
 * album and length do not tell, an instrumental has both.
 */
function doubtOf(levels: Levels): Field | undefined {
  const { title, version, duration, artist, guests } = levels
  if (title === 'other-script') return 'title'
  if (version === 'unread') return 'version'
  if (guests === 'other-guests') return 'guests'
  // With a guest on one side alone and seconds between them: a verse more, or less.
  if (guests === 'on-one-side' && ALSO_OTHER_LENGTHS.has(duration)) return 'guests'
  if (duration === 'over-60-s' || duration === 'twice-as-long') return 'duration'
  const isQuestion = artist === 'shared-alias' || artist === 'other-project'
  return isQuestion && !isCarried(levels) ? 'artist' : undefined
}

const ALSO_OTHER_LENGTHS: ReadonlySet<Levels['duration']> = new Set([
  'within-15-s',
  'within-30-s',
  'within-60-s',
])

/** Whether something besides the title says that one of several who may be meant is. */
const isCarried = ({ duration, album, guests }: Levels) =>
  duration === 'within-1-s' ||
  duration === 'within-3-s' ||
  album === 'exact' ||
  album === 'close' ||
  guests === 'shared'

/** An agreeing title counts by its length, too. */
export function weighTitle({ title, titleLength }: Levels): number {
  const weight = WEIGHTS.title[title]
  if (weight <= 0 || title === 'other-script') return weight
  const bits = (titleLength - RARITY.from) * RARITY.perCharacter
  return weight + Math.max(RARITY.least, Math.min(RARITY.most, bits))
}
