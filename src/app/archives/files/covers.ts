import { readFile } from 'node:fs/promises'
import { posix } from 'node:path'
import { locate } from '../../../archive/files/inside.ts'
import { look } from '../../../base/inside.ts'
import { Semaphore } from '../../../base/semaphore.ts'
import { reason } from '../../../model/reason.ts'
import { readPicture } from '../../../tags/picture.ts'
import { probeFile, probeRemote } from '../../../tags/read/probe-file.ts'
import { UserError } from '../../../words/user-error.ts'
import type { PictureBytes, RemoteFile, StoredFile, StoredPicture } from './sendable.ts'
import { describeFile } from './stored-file.ts'

/** As bytes: what is larger is no cover, and no row of a list waits for it. */
const MAX_COVER_BYTES = 8 * 1024 * 1024

/** No row waits for a server for longer. */
const REMOTE_MS = 20_000

/** Names of the pictures that a backup lays beside what it keeps. */
const besideNames = ['cover.jpg', 'cover.png']

/** A list shows many covers at once, and reading one takes up to as much memory as its file's tags. */
const readers = new Semaphore(2)

/**
 * The cover of a kept file: the picture in its tags, else the one that lies in its folder. `path` is one that the archive
 * has, relative to it; where its bytes are not here, `findRemote` says where they are. No link is followed.
 */
export async function findKeptCover(
  dir: string,
  path: string,
  findRemote: () => Promise<RemoteFile | undefined>,
): Promise<StoredPicture> {
  const file = await locateFile(dir, path)
  const remote = file ? undefined : await findRemote()
  if (!file && !remote) throw new UserError(reason('archive.no-such-file'))
  const beside = await findBeside(dir, path)
  const etag = [file, remote, beside].map((each) => each?.etag ?? '').join('')
  const readOwn = async () => {
    if (file) return await readEmbedded(file.path)
    return remote && (await readRemote(remote))
  }
  return { etag, read: async () => (await readOwn()) ?? (beside && (await readBeside(beside))) }
}

/** The picture in the tags of a file of the user's own. */
export const coverOfFile = ({ path, etag }: StoredFile): StoredPicture => ({
  etag,
  read: async () => await readEmbedded(path),
})

async function findBeside(dir: string, path: string): Promise<StoredFile | undefined> {
  const folder = posix.dirname(path)
  // Files at the top of an archive have no folder of their own.
  if (folder === '.') return undefined
  for (const name of besideNames) {
    const found = await locateFile(dir, `${folder}/${name}`)
    if (found) return found
  }
  return undefined
}

async function locateFile(dir: string, path: string): Promise<StoredFile | undefined> {
  const place = await locate(dir, path).catch(() => undefined)
  const found = place === undefined ? undefined : await look(place)
  return place !== undefined && found?.isFile() ? await describeFile(place) : undefined
}

async function readEmbedded(path: string): Promise<PictureBytes | undefined> {
  using _ = await readers.acquire()
  const probed = await probeFile(path).catch(() => undefined)
  return pictureOf(probed?.tags.cover?.bytes)
}

/** Only the parts that hold tags are fetched. */
async function readRemote(remote: RemoteFile): Promise<PictureBytes | undefined> {
  using _ = await readers.acquire()
  const signal = AbortSignal.timeout(REMOTE_MS)
  const readAt = async (start: number, length: number) => {
    const end = Math.min(start + length, remote.bytes)
    return Buffer.concat(await Array.fromAsync(remote.read({ start, end }, signal)))
  }
  const { bytes: size, name } = remote
  const probed = await probeRemote({ size, readAt }, name, signal).catch(() => undefined)
  return pictureOf(probed?.tags.cover?.bytes)
}

async function readBeside({ path, bytes }: StoredFile): Promise<PictureBytes | undefined> {
  if (bytes > MAX_COVER_BYTES) return undefined
  return pictureOf(await readFile(path).catch(() => undefined))
}

/** Its own bytes say what it is; what a tag or a name says is not asked. */
function pictureOf(bytes: Uint8Array | undefined): PictureBytes | undefined {
  if (!bytes || bytes.length > MAX_COVER_BYTES) return undefined
  const picture = readPicture(bytes)
  return picture && { type: picture.mime, bytes }
}
