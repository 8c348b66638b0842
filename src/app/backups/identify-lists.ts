import { lookAtLists } from '../../archive/look-at-lists.ts'
import { readLists } from '../../backup/identity/archived-lists.ts'
import { identify } from '../../backup/identity/identify.ts'
import type { BackupRequest } from '../../model/backup/request.ts'
import type { AskAboutList, ListAnswer } from '../../model/lists/list-question.ts'
import type { Playlist } from '../../model/playlist.ts'
import { reason } from '../../model/reason.ts'
import { cleanLine } from '../../text/clean.ts'
import { UserError } from '../../words/user-error.ts'

/** Each playlist of a request with the id and the name of its list in the archive, before anything is opened. */
export async function identifyLists(
  playlists: readonly Playlist[],
  { into, list, answers = [] }: Pick<BackupRequest, 'into' | 'list' | 'answers'>,
  ask?: AskAboutList,
): Promise<readonly Playlist[]> {
  const wanted = list?.trim()
  if (wanted === '') throw new UserError(reason('backup.list-empty'))
  if (wanted !== undefined && playlists.length > 1)
    throw new UserError(
      reason('backup.list-for-one', { playlists: playlists.length }),
      reason('app.choose-playlist'),
    )
  const answered = new Map<number, string>()
  const named = playlists.map((playlist, at) => {
    const { list: id, as } = answerFor(at, playlists, answers) ?? {}
    if (id !== undefined) answered.set(at, id)
    const name = cleanLine(as ?? '')
    return name === '' ? playlist : { ...playlist, name, named: true as const }
  })
  const archived = readLists(await lookAtLists(into))
  return await identify(named, archived, { list: wanted, answered, ask })
}

/** Playlists go by the names that they were read under, and several of one name by their order. */
function answerFor(at: number, playlists: readonly Playlist[], answers: readonly ListAnswer[]) {
  const name = playlists[at]?.name
  const place = playlists.slice(0, at).filter((each) => each.name === name).length
  return answers.find((answer) => answer.playlist === name && answer.place === place)
}
