import type { Archive } from '../archive/archive.ts'
import type { Http } from '../base/http/http.ts'
import type { Fetcher } from '../media/download.ts'
import type { MediaMaker } from '../media/media.ts'
import type { ArchivedFile } from '../model/archived-file.ts'
import type { LastingChoices } from '../model/backup/request.ts'
import type { MediaOptions } from '../model/media.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Playlist } from '../model/playlist.ts'
import type { Progress } from '../model/progress.ts'
import type { Reason } from '../model/reason.ts'
import type { OpenProvider } from '../source/provider.ts'
import type { Words } from '../words/words.ts'
import type { RemainingWatch } from './remaining/watch.ts'
import type { WorkEvent } from './remaining/work.ts'
import type { Scheduler } from './scheduler.ts'
import type { SearchContext } from './search/search-context.ts'

/** All that the walk needs, opened. */
export interface BackupContext extends SearchContext {
  readonly media: MediaMaker
  /** The way out, for the report; none in a run that stays offline. */
  readonly http?: Pick<Http, 'contacted' | 'refused'>
  /** Fetches the sound of what lies elsewhere. */
  readonly fetcher?: Fetcher
  /** Know covers by the releases of MusicBrainz. */
  readonly covers: readonly OpenProvider<'cover'>[]
  /** Know recordings by their sound. */
  readonly recognisers: readonly OpenProvider<'recognise'>[]
  readonly archive: Archive
  readonly options: MediaOptions
  /** How many tracks are searched for at once, and how many are made. */
  readonly width: number
  /** A picture beside the files of one album. */
  readonly layCovers?: boolean
  /** Where a kept file is gone or damaged, take a recording that sounds different: the user says that it is right. */
  readonly replace?: boolean
  /** Look for these alone, by number: `3,17-20`. */
  readonly entries?: string
  /** For the report: what was left out in the user's folders, and which catalogue was not the latest. */
  readonly libraryNotes?: readonly Reason[]
  /** For the report: by it the same can be asked for again. */
  readonly asked?: LastingChoices
  /** Say what would be kept, and write nothing. */
  readonly dryRun: boolean
  /** Told what is done, and tells how long the rest may take. */
  readonly remaining?: RemainingWatch
  /**
   * Waited for before a track is looked for, where somebody may have only so many looked for at a time. StorageError
   * where nothing more may be kept.
   */
  readonly admit?: () => Promise<void>
  /** The language of the report that a person reads; English where nothing is said. */
  readonly words?: Words
}

/** What the entries of one run share. */
export interface RunContext extends BackupContext {
  readonly playlist: Playlist
  readonly signal: AbortSignal
  readonly emit: (event: Progress) => void
  /** Tells of the work itself, for the time that is left. */
  readonly note: (event: WorkEvent) => void
  readonly scheduler: Scheduler
  /** Recordings being copied at this moment, by source and id: two entries never copy the same one. */
  readonly underway: Map<string, Promise<ArchivedFile>>
  /** Entries that are not looked for, with how they ended the last time; by position. */
  readonly heldOut?: ReadonlyMap<number, Outcome>
}
