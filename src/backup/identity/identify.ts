import type { AskAboutList } from '../../model/lists/list-question.ts'
import type { Playlist } from '../../model/playlist.ts'
import type { ArchivedLists } from './archived-lists.ts'
import { Identification } from './identification.ts'

export interface IdentifyOptions {
  /** The list that the first playlist is said to be: an id or a name; of none yet, the id of a new list. */
  readonly list?: string
  /** Ids of lists, of old or of new ones, by the playlist’s place. */
  readonly answered?: ReadonlyMap<number, string>
  /** Absent where nobody can be asked. */
  readonly ask?: AskAboutList
}

/**
 * Whose newer versions the playlists of a run are: each gets the id and the name of its list in the archive. What was
 * said comes first, then what an address tells, then what is the same by name and entries; the rest is asked, or decided
 * by the share of entries that are the same. No two playlists of a run are ever one list.
 */
export async function identify(
  playlists: readonly Playlist[],
  archived: ArchivedLists,
  { list, answered = new Map(), ask }: IdentifyOptions = {},
): Promise<readonly Playlist[]> {
  const run = new Identification(playlists, archived)
  if (list !== undefined) run.choose(list)
  run.takeAnswers(answered)
  await run.findByAddresses()
  await run.findSame()
  if (ask) await run.askFor(ask)
  else await run.decideByEntries()
  return run.finish()
}
