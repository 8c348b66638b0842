import type { RankingDecision } from '../model/match.ts'
import type { Levels } from './compare.ts'
import type { Prepared } from './prepare.ts'

/** The decision in a sentence for the user. */
export function reasonFor(decision: RankingDecision, best?: Levels, rival?: Levels): string {
  if (best === undefined) return 'Nothing like it was found.'
  if (decision === 'match') return 'Title, artist and version agree.'
  if (decision === 'ambiguous' && rival !== undefined)
    return 'Two different recordings fit equally well.'
  const doubt = doubtOf(best)
  return decision === 'ambiguous'
    ? `The nearest candidate may be it, but ${doubt}.`
    : `The nearest candidate is another one: ${doubt}.`
}

function doubtOf({ title, artist, version, duration }: Levels): string {
  if (title === 'different' || title === 'many words' || title === 'part of it')
    return 'its title is different'
  if (title === 'another number') return 'it is another part or number'
  if (artist === 'different' || artist === 'some words') return 'its artist is different'
  if (artist === 'tribute') return 'it is played by a tribute act'
  if (version === 'another version') return 'it is another version (live, remix, acoustic, …)'
  if (version === 'another detail') return 'it is another remix or another concert'
  if (version === 'another length') return 'it may be another cut (edit or full length)'
  if (version === 'live album') return 'it comes from a live album'
  if (artist === 'missing') return 'no artist is named'
  if (duration.startsWith('within') || duration.startsWith('over'))
    return 'title, artist or length agree in part only'
  return 'title or artist agree in part only'
}

/** Remarks for the report: what differs although it is the same recording. */
export function notesOf(levels: Levels, asked: Prepared, found: Prepared): readonly string[] {
  const notes: string[] = []
  const says = (record: Prepared, kind: string) =>
    record.versions.some((version) => version.kind === kind)
  for (const kind of ['remaster', 'mono', 'stereo', 'clean', 'explicit', 'single'])
    if (says(found, kind) !== says(asked, kind))
      notes.push(kind === 'single' ? 'single version' : kind)
  if (levels.album === 'different') notes.push('different album')
  if (levels.version === 'named otherwise') notes.push('edit by name, same length')
  return notes
}
