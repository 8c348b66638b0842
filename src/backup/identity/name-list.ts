import type { KeptList } from '../../model/lists/kept-list.ts'
import type { Playlist } from '../../model/playlist.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { findByAddress } from './find-list.ts'
import type { TakenNames } from './names.ts'

/** What a playlist of a run turned out to be. */
export interface Identity {
  readonly id: string
  /** The list of the archive whose newer version it is. */
  readonly list?: KeptList
  /** Why, where nobody has said so and no address tells. */
  readonly note?: Reason
}

/** The playlist with its list’s id, and with a name that no other list has. */
export function nameList(
  playlist: Playlist,
  { id, list, note }: Identity,
  names: TakenNames,
): Playlist {
  const name = names.freeFor(id, wantedName(playlist, list))
  names.take(name, id)
  const renamed =
    list && name !== list.name && !playlist.named
      ? reason('backup.list-renamed', { before: list.name })
      : undefined
  const notes = [note, renamed].filter((each) => each !== undefined)
  return { ...playlist, id, name, notes: [...playlist.notes, ...notes] }
}

/** What the user says counts most, then what its service calls it: the name of a file does not rename a list. */
function wantedName(playlist: Playlist, list: KeptList | undefined): string {
  if (!list || playlist.named) return playlist.name
  const isOfService = findByAddress([list], playlist.uri) !== undefined
  return isOfService && !list.named ? playlist.name : list.name
}
