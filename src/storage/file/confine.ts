import { locateBelow, makeRoomBelow } from '../../base/inside.ts'
import { reason } from '../../model/reason.ts'
import { StorageError } from '../../words/user-error.ts'
import { checkKey } from '../key.ts'

/** The file of a key below `root`, with no link on the way; undefined where a folder is missing. */
export const locate = async (root: string, key: string): Promise<string | undefined> =>
  await locateBelow(root, checkKey(key).split('/'), inTheWay)

/** Makes the folders that a key needs, durably; returns where its file goes. */
export const makeRoom = async (root: string, key: string): Promise<string> =>
  await makeRoomBelow(root, checkKey(key).split('/'), inTheWay)

/** A link, or a thing of another kind, where a folder or file of the store would be. */
export const inTheWay = (path: string) =>
  new StorageError(reason('storage.in-the-way', { path }), reason('storage.move-it-away'))
