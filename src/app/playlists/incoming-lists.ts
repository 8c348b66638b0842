import type { IncomingList } from '../../api/contract.ts'
import { newListId } from '../../archive/lists/lists.ts'
import { lookAtLists } from '../../archive/look-at-lists.ts'
import { readLists } from '../../backup/identity/archived-lists.ts'
import { identify } from '../../backup/identity/identify.ts'
import type { ListQuestion } from '../../model/lists/list-question.ts'
import type { Playlist } from '../../model/playlist.ts'

/** Which lists of an archive playlists would be, and what is to be asked about them. Nothing is written. */
export async function findIncomingLists(
  playlists: readonly Playlist[],
  into: string,
): Promise<readonly IncomingList[]> {
  const archived = readLists(await lookAtLists(into))
  const questions = new Map<number, ListQuestion>()
  const ask = async (question: ListQuestion) => {
    questions.set(question.at, question)
    return question.suggested
  }
  const identified = await identify(playlists, archived, { ask })
  const known = new Set(archived.lists().map(({ id }) => id))
  return playlists.map(({ name: playlist }, at): IncomingList => {
    const { id = newListId(), name = playlist } = identified[at] ?? {}
    const { candidates = [], suggested } = questions.get(at) ?? {}
    return {
      playlist,
      place: playlists.slice(0, at).filter((each) => each.name === playlist).length,
      name,
      isKnown: known.has(id),
      candidates: [...candidates],
      suggested,
      newId: known.has(id) ? newListId() : id,
    }
  })
}
