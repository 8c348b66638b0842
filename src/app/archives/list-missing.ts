import type { MissingList } from '../../api/contract.ts'
import type { MissingLink, MissingTrack } from '../../model/lists/missing.ts'
import type { Outcome } from '../../model/outcome.ts'
import { listLinks } from '../../report/links.ts'
import { linkToSearches } from '../../source/providers/stores/stores.ts'
import type { RowWithOutcome } from '../backups/view.ts'
import type { ArchivedReport } from './archived-report.ts'

/** What of a list is not kept, in its order. Rows that a run did not reach are missing, too. */
export function listMissing({ list, rows }: ArchivedReport): MissingList {
  const missing = [...rows.values()].flatMap((row) => describeMissing(row) ?? [])
  return {
    name: list.name,
    tracks: list.tracks,
    missing: missing.toSorted((a, b) => a.position - b.position),
  }
}

function describeMissing({ row, outcome }: RowWithOutcome): MissingTrack | undefined {
  const { state, key, position, title, artists, album, durationMs } = row
  if (state === 'kept' || state === 'already-kept' || state === 'skipped') return undefined
  return {
    key,
    position,
    title,
    artists,
    album,
    durationMs,
    isrc: outcome && 'track' in outcome ? outcome.track.isrc : undefined,
    isOpen: state === 'ambiguous' || state === 'review' ? true : undefined,
    links: outcome ? linksOf(outcome) : [],
  }
}

/** Without a network nobody has said where it is; to search in shops, it is enough to know what it is called. */
function linksOf(outcome: Outcome): readonly MissingLink[] {
  const known = listLinks(outcome)
  const links = known.length > 0 || !('track' in outcome) ? known : linkToSearches(outcome.track)
  return links.map(({ kind, service, url }) => ({ kind, service, url }))
}
