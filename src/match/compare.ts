import type { ArtistNames } from '../model/artist-names.ts'
import type { Evidence, RankingDecision } from '../model/match.ts'
import type { Track } from '../model/track.ts'
import { compareAliases, compareGuestAliases } from './aliases/compare-aliases.ts'
import { writeRemixersAlike } from './aliases/version-aliases.ts'
import { explain } from './explain.ts'
import { compareArtists } from './fields/compare-artists.ts'
import { compareGuests } from './fields/compare-guests.ts'
import { comparePlayers } from './fields/compare-players.ts'
import {
  compareAlbums,
  compareDurations,
  compareIsrcs,
  compareYears,
} from './fields/compare-rest.ts'
import { compareTitles } from './fields/compare-titles.ts'
import { compareVersions } from './fields/compare-versions.ts'
import { compareWorks, compareWorkTitles, compareWorkVersions } from './fields/compare-works.ts'
import { hasTail, parsesOf } from './parses.ts'
import { type Prepared, prepare } from './prepare.ts'
import { type Levels, weigh } from './scoring.ts'
import { WEIGHTS } from './weights.ts'

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

/** Do these two texts name one recording? `names` tells who else is called what. */
export function compare(left: Track, right: Track, names?: ArtistNames): Comparison {
  const preparedLeft = prepare(left, names)
  const preparedRight = prepare(right, names)
  const levels = compareLevels(preparedLeft, preparedRight)
  const weight = weigh(levels)
  const probability = probabilityOf(weight)
  const evidence = explain(levels, preparedLeft, preparedRight)
  const decision = probability >= ACCEPT ? 'match' : probability >= DOUBT ? 'ambiguous' : 'none'
  return { decision, probability, weight, evidence }
}

/** The levels of the likeliest parse: what tags and file names hide in titles is found there. */
export function compareLevels(left: Prepared, right: Prepared): Levels {
  let best = levelsOf(left, right)
  if (!left.mayHide && !right.mayHide && !hasTail(left, right) && !hasTail(right, left)) return best
  // But a suffix that nobody can read may be the album.
  if (best.title === 'exact' && best.artist === 'exact' && best.version !== 'unread') return best
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
  const work = compareWorks(left, right)
  const title = compareWorkTitles(work, compareTitles(left, right))
  const artist =
    (work === undefined ? undefined : comparePlayers(left, right)) ??
    compareCredits(left, right, title)
  const album = compareAlbums(left, right)
  return {
    title,
    titleLength: Math.min(left.core.letters, right.core.letters),
    version:
      work === 'same-work'
        ? compareWorkVersions(left, right)
        : left.artistNames === undefined
          ? compareVersions(left, right)
          : compareVersions(...writeRemixersAlike(left, right)),
    artist,
    guests: compareGuestAliases(left, right, compareGuests(left, right)),
    album: album === 'exact' && WEIGHTS.artist[artist] < 2 ? 'exact-another-credit' : album,
    duration: compareDurations(left, right),
    year: compareYears(left, right),
    isrc: compareIsrcs(left, right),
  }
}

function compareCredits(left: Prepared, right: Prepared, title: Levels['title']): Levels['artist'] {
  const level = compareAliases(left, right, compareArtists(left, right))
  return level === 'one-edit' && MISSPELT.has(title) && isLong(left) && isLong(right)
    ? 'one-edit-too'
    : level
}

const isLong = ({ artist }: Prepared) => artist !== undefined && artist.letters > 5

/** Who slips in the title slips in the artist as well: the two are no strangers to one another. */
const MISSPELT: ReadonlySet<Levels['title']> = new Set(['one-edit', 'one-edit-of-few', 'few-edits'])

const probabilityOf = (weight: number) => 1 / (1 + 2 ** -weight)
