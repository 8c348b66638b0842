import type { ArchivedFile } from '../../model/archived-file.ts'
import type { Link } from '../../model/link.ts'
import type { Match, Ranking } from '../../model/match.ts'
import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import type { Unanswered, Verdict } from '../../model/verdict.ts'
import type { AssertionAnswers } from '../../rights/judge.ts'

/** A recording that is sure, with the verdict whether it may be copied. */
export interface Candidate {
  readonly match: Match
  readonly verdict: Verdict
}

/** What was found for a track, and all that is known besides. */
export interface SearchResult extends Ranking {
  /** The accepted matches, judged; best first. */
  readonly candidates: readonly Candidate[]
  /** What a catalogue or a lookup provider is sure that it is. */
  readonly known?: Match
  readonly links: readonly Link[]
  readonly override?: Override
  /** Places in the open that did not answer: what they have is not known. */
  readonly unasked?: readonly Unanswered[]
}

/** The user has decided for what was found: whatever else fits, or was kept, is not asked. */
export interface Override {
  /** Kept for the track, and wrong. */
  readonly wrong?: ArchivedFile
}

/** One track's search: what it has found so far, and how it goes on. */
export interface Search {
  /** What was looked for, where that is not the playlist's track as it stands. */
  readonly turned?: Track
  readonly result: SearchResult
  /** Leaves out recordings whose files turned out to be broken, and asks the next place if need be. */
  next(broken: readonly Recording[]): Promise<SearchResult>
  /** The candidate, judged again with what its sound has told. */
  judgeAgain(candidate: Candidate, more: AssertionAnswers): Candidate
}

export const mayCopy = ({ verdict }: Candidate) => verdict.action === 'copy'
