import { type Advice, adviseOfKind } from '../../../../src/model/lists/advise.ts'
import {
  HEAD_BYTES,
  MAX_PLAYLIST_BYTES,
  recogniseNoPlaylist,
} from '../../../../src/model/lists/no-playlist.ts'
import { reason } from '../../../../src/model/reason.ts'
import { isHistory } from './choose-files.ts'

/** Why a file is not even sent, told by its first bytes and its size; undefined where it may be a playlist. */
export async function refuseFile(file: Blob, name: string): Promise<Advice | undefined> {
  if (file.size === 0)
    return {
      reason: reason('playlist.empty', { input: name }),
      advice: reason('playlist.export-again'),
    }
  const start = await file
    .slice(0, HEAD_BYTES)
    .arrayBuffer()
    .catch(() => undefined)
  if (!start)
    return {
      reason: reason('playlist.file-moved', { input: name }),
      advice: reason('playlist.drop-again'),
    }
  const head = new Uint8Array(start)
  const what = recogniseNoPlaylist(head, name)
  if (what) return adviseOfKind(name, what)
  if (file.size <= MAX_PLAYLIST_BYTES || isHistory(name) || mayBeLarge(head)) return undefined
  const maxMegabytes = MAX_PLAYLIST_BYTES / 2 ** 20
  return {
    reason: reason('playlist.too-large', { input: name, maxMegabytes }),
    advice: reason('playlist.drop-playlist-only'),
  }
}

/** A zip, or a database of SQLite: of these only what is needed is read. */
const mayBeLarge = (head: Uint8Array) =>
  /^(?:PK|SQLite format 3)/.test(String.fromCharCode(...head.subarray(0, 16)))
