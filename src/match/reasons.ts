import type { RankingDecision } from '../model/match.ts'
import { type Reason, reason } from '../model/reason.ts'
import type { Prepared } from './prepare.ts'
import type { Levels } from './scoring.ts'

/** Why the ranking decides as it does: by the best candidate, and by a rival where there is one. */
export function reasonFor(decision: RankingDecision, best?: Levels, rival?: Levels): Reason {
  if (best === undefined) return reason('match.nothing-found')
  if (decision === 'match') return reason('match.agrees')
  if (decision === 'ambiguous' && rival !== undefined) return reason('match.several-fit')
  const doubt = doubtOf(best)
  return decision === 'ambiguous'
    ? reason('match.doubtful', { doubt })
    : reason('match.another-recording', { doubt })
}

function doubtOf({ title, artist, version, duration }: Levels) {
  if (title === 'different' || title === 'many-words' || title === 'part-of-it')
    return reason('match.other-title')
  if (title === 'another-number') return reason('match.other-number')
  if (title === 'other-script') return reason('match.other-scripts')
  if (title === 'another-work') return reason('match.other-work')
  if (artist === 'other-players') return reason('match.not-same-players')
  if (artist === 'different' || artist === 'some-words') return reason('match.other-artist')
  if (artist === 'shared-alias') return reason('match.alias-of-several')
  if (artist === 'other-project') return reason('match.project-of-same-person')
  if (artist === 'tribute') return reason('match.tribute-act')
  if (version === 'another-version') return reason('match.other-version')
  if (version === 'another-detail') return reason('match.other-remix')
  if (version === 'another-length' || duration === 'over-60-s' || duration === 'twice-as-long')
    return reason('match.other-cut')
  if (version === 'unread') return reason('match.unread-suffix')
  if (version === 'live-album') return reason('match.from-live-album')
  if (artist === 'missing') return reason('match.no-artist')
  return duration === 'missing' ? reason('match.partly') : reason('match.partly-with-length')
}

/** Versions that are the same recording: worth a note where one side alone names them. */
const NOTED = ['remaster', 'mono', 'stereo', 'clean', 'explicit', 'single'] as const

/** What differs although it is the same recording. */
export function notesOf(levels: Levels, asked: Prepared, found: Prepared): readonly Reason[] {
  const notes: Reason[] = []
  const has = (record: Prepared, kind: string) =>
    record.versions.some((version) => version.kind === kind)
  for (const kind of NOTED)
    if (has(found, kind) !== has(asked, kind)) notes.push(reason(`match.${kind}`))
  if (levels.album === 'different') notes.push(reason('match.different-album'))
  if (levels.version === 'named-otherwise') notes.push(reason('match.edit-of-same-length'))
  return notes
}
