import type { KeptList } from '../../model/lists/kept-list.ts'
import type { Playlist } from '../../model/playlist.ts'
import type { ArchivedLists } from './archived-lists.ts'
import { isElsewhere } from './find-list.ts'
import { byLikeness, type Likeness, likenessOf, nameLikeness } from './likeness.ts'

/** Which lists of an archive a playlist is like. Each pair is compared once. */
export class Likest {
  readonly #archived: ArchivedLists
  readonly #known = new Map<Playlist, Map<string, Likeness>>()

  constructor(archived: ArchivedLists) {
    this.#archived = archived
  }

  /** Those of a name like its own, the likest first; all of them where `anyName` is set. */
  async among(
    lists: readonly KeptList[],
    playlist: Playlist,
    anyName = false,
  ): Promise<readonly Likeness[]> {
    const found: Likeness[] = []
    for (const list of lists)
      if (!isElsewhere(list, playlist.uri) && (anyName || nameLikeness(playlist, list) !== 'other'))
        found.push(await this.of(playlist, list))
    return found.toSorted(byLikeness)
  }

  async of(playlist: Playlist, list: KeptList): Promise<Likeness> {
    const known = this.#known.get(playlist) ?? new Map<string, Likeness>()
    this.#known.set(playlist, known)
    const likeness =
      known.get(list.id) ?? likenessOf(playlist, list, await this.#archived.stateOf(list))
    known.set(list.id, likeness)
    return likeness
  }
}
