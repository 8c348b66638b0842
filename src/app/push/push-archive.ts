import { join, resolve } from 'node:path'
import { reason } from '../../model/reason.ts'
import type { ServerAccount } from '../../playlist/servers/server.ts'
import type { ExportedPlaylist } from '../../report/playlists/writer.ts'
import { en } from '../../words/en/index.ts'
import { UserError } from '../../words/user-error.ts'
import { missingPlaylist } from '../archives/missing-playlist.ts'
import { readOutgoing } from '../archives/read-outgoing.ts'
import { requireArchive } from '../archives/require-archive.ts'
import type { Environment } from '../environment.ts'
import { openTarget } from './open-target.ts'
import { type PushedList, pushList } from './push-list.ts'

export interface PushOptions {
  readonly archive: string
  /** A server that the user has named, or ListenBrainz under their token. */
  readonly to: ServerAccount | 'listenbrainz'
  /** Only the playlist of this name, or of this id. */
  readonly only?: string
  /** Without it nothing is changed there: what would be done is told. */
  readonly isWritten: boolean
  /** Songs of the server that have been read so far. */
  readonly onRead?: (done: number) => void
}

/**
 * Makes the playlists of an archive at a server of the user's own, or at ListenBrainz, or puts into those of the same
 * name what they lack. Nothing is taken away there, nothing of the archive is changed.
 */
export async function* pushArchive(
  { archive, to, only, isWritten, onRead = () => {} }: PushOptions,
  environment: Environment,
  signal: AbortSignal,
): AsyncGenerator<PushedList> {
  if (environment.offline)
    throw new UserError(reason('app.push-offline'), reason('playlist.unset-offline'))
  await requireArchive(archive)
  const playlists = await readArchive(archive, only)
  await using opened = openTarget(to, environment)
  const { lists: target } = opened
  const lists = await target.lists(signal)
  const find = await opened.openFinder(signal, onRead)
  for (const playlist of playlists)
    yield await pushList(playlist, { target, find, lists, isWritten }, signal)
}

async function readArchive(
  archive: string,
  only: string | undefined,
): Promise<readonly ExportedPlaylist[]> {
  const chosen: ExportedPlaylist[] = []
  const names: string[] = []
  const fileOf = (path: string) => join(resolve(archive), path)
  for await (const { playlist, isWanted } of readOutgoing(archive, only, fileOf, en)) {
    names.push(playlist.name)
    if (isWanted) chosen.push(playlist)
  }
  if (chosen.length > 0) return chosen
  throw missingPlaylist(only, names)
}
