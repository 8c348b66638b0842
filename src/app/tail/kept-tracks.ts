import { InventoryLookup } from '../../archive/inventory/lookup.ts'
import { rank } from '../../match/rank.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import { foldText } from '../../text/fold.ts'
import { takeTitleApart } from '../../text/title/title.ts'
import { keyOf } from '../../text/words.ts'

/**
 * By what a track of a history was found among the kept ones: the same address at its service, the same ISRC, or
 * title and artist, where `match` says that they name one recording.
 */
export type FoundBy = 'address' | 'isrc' | 'names'

export interface FoundKept {
  /** The one to play first; others are the same track in another format, or kept for another entry. */
  readonly files: readonly [ArchivedFile, ...ArchivedFile[]]
  readonly by: FoundBy
}

/** No title is borne by so many recordings that one more would be asked for. */
const MAX_CANDIDATES = 40

/**
 * Finds tracks of a history among kept files, by the archive's own rule for the same track (`same-track.ts`) and
 * then by `match`, among those of the same core title. A doubt is no find: nothing is told as kept by a guess.
 */
export class KeptTracks {
  readonly #lookup = new InventoryLookup()
  readonly #byTitle: ReadonlyMap<string, readonly KeptRecording[]>

  constructor(files: Iterable<ArchivedFile>) {
    for (const file of files) this.#lookup.set(file)
    this.#byTitle = Map.groupBy(this.#lookup.all().map(asRecording), ({ title }) => titleKey(title))
  }

  find(track: Track): FoundKept | undefined {
    const [first, ...others] = this.#lookup.forTrack(track)
    if (first) return { files: [first, ...others], by: foundBy(first.track, track) }
    const candidates = this.#byTitle.get(titleKey(track.title))
    if (!candidates) return undefined
    const { decision, matches } = rank(track, chooseLikely(track, candidates))
    if (decision !== 'match') return undefined
    const fitting = matches.flatMap(({ accepted, recording }) =>
      accepted ? (recording as KeptRecording).file : [],
    )
    const [best, ...rest] = fitting
    return best && { files: [best, ...rest], by: 'names' }
  }
}

interface KeptRecording extends Recording {
  readonly file: ArchivedFile
}

const asRecording = (file: ArchivedFile): KeptRecording => ({
  ...file.track,
  durationMs: file.track.durationMs ?? file.durationMs,
  id: file.path,
  source: 'archive',
  file,
})

const titleKey = (title: string) => keyOf(takeTitleApart(title).core)

function foundBy(kept: Track, asked: Track): FoundBy {
  if (kept.uri !== undefined && kept.uri === asked.uri) return 'address'
  return kept.isrc !== undefined && kept.isrc === asked.isrc ? 'isrc' : 'names'
}

/** Of a title that many share, those by the same first artist come first. */
function chooseLikely(track: Track, candidates: readonly KeptRecording[]) {
  if (candidates.length <= MAX_CANDIDATES) return candidates
  const wanted = artistKey(track)
  const alike = candidates.filter((each) => artistKey(each) === wanted)
  return [...alike, ...candidates].slice(0, MAX_CANDIDATES)
}

const artistKey = ({ artists }: Pick<Track, 'artists'>) => keyOf(foldText(artists[0] ?? ''))
