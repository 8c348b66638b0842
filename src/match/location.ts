import type { Evidence } from '../model/match.ts'
import { type Reason, reason } from '../model/reason.ts'
import type { LocationMatch, Recording } from '../model/recording.ts'
import type { Track } from '../model/track.ts'
import { foldText } from '../text/fold.ts'
import { type Levels, limitOf, weigh } from './scoring.ts'

/** What a location adds, in bits, where the words do not speak against it. */
const WEIGHTS: Readonly<Record<LocationMatch, number>> = { file: 24, ending: 20, name: 4 }

/** The least that all comes to for the very file: whatever it is called, a player would play it. */
const DECIDED = 12

/** Where nobody knows. */
const UNDECIDED = 0

/** The weight of words and location together. */
export function weighWithLocation(track: Track, recording: Recording, levels: Levels): number {
  const words = weigh(levels)
  const { location } = recording
  if (location === undefined) return words
  const both = words + WEIGHTS[location]
  if (location === 'file') return Math.max(both, DECIDED)
  const isLimited = limitOf(levels) !== undefined
  // The same folder and name may have been another recording elsewhere: a question.
  if (location === 'ending') return isLimited ? UNDECIDED : Math.max(both, UNDECIDED)
  if (isLimited) return words
  return isNamedByPath(track) ? Math.max(both, UNDECIDED) : both
}

/** What the location adds to the waterfall. */
export function explainLocation(
  track: Track,
  { location, media }: Recording,
  weight: number,
): readonly Evidence[] {
  if (location === undefined) return []
  const right = media?.kind === 'file' ? media.path : undefined
  return [{ field: 'location', level: LEVELS[location], weight, left: track.path, right }]
}

const LEVELS: Readonly<Record<LocationMatch, Reason>> = {
  file: reason('match.location-file'),
  ending: reason('match.location-ending'),
  name: reason('match.location-name'),
}

/** The title says nothing that the file's name does not: it contradicts nothing. */
function isNamedByPath({ title, path = '' }: Track): boolean {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  return [name, decode(name)].some((each) => foldText(each).includes(foldText(title)))
}

/** The name may stand in an address. */
function decode(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
