import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, link, open, rm, rmdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeOf, syncFile } from '../base/file.ts'
import { digestSink } from '../base/hash.ts'
import { readOnce } from '../base/read-once.ts'

/** Of all bytes of a file, in lower-case hexadecimal. */
export interface Digests {
  readonly sha256: string
  readonly sha512: string
  readonly bytes: number
}

export interface PlaceOptions {
  /** By a hard link, where the file system has them and both places are on it. */
  readonly link?: boolean
  readonly signal?: AbortSignal
}

/**
 * Puts a file's bytes in another place, which must be free, and returns their digests, taken from that place or on the
 * way there. Blocks are shared where the file system can do that (reflink). Links are not followed. On the disk when
 * this returns.
 */
export async function placeFile(
  from: string,
  to: string,
  { link: byLink = false, signal }: PlaceOptions = {},
): Promise<Digests> {
  if ((byLink && (await tryLink(from, to))) || (await tryReflink(from, to))) {
    const digests = await digestFile(to, signal)
    await syncFile(to)
    return digests
  }
  return await copyDigested(from, to, signal)
}

/** Reads a file once, for both digests. */
export async function digestFile(path: string, signal?: AbortSignal): Promise<Digests> {
  const sha256 = digestSink('sha256')
  const sha512 = digestSink('sha512')
  const bytes = await readOnce(path, [sha256, sha512], { noFollow: true, signal })
  return { sha256: sha256.hex(), sha512: sha512.hex(), bytes }
}

/** What file systems answer that cannot link, or not from there to here. */
const CANNOT = new Set(['EXDEV', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL'])

async function tryLink(from: string, to: string): Promise<boolean> {
  return await attempt(() => link(from, to))
}

async function tryReflink(from: string, to: string): Promise<boolean> {
  const flags = constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE_FORCE
  return await attempt(() => copyFile(from, to, flags))
}

async function attempt(place: () => Promise<void>): Promise<boolean> {
  try {
    await place()
    return true
  } catch (error) {
    if (CANNOT.has(codeOf(error) ?? '')) return false
    throw error
  }
}

const CHUNK = 1 << 18

async function copyDigested(from: string, to: string, signal?: AbortSignal): Promise<Digests> {
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0)
  await using source = await open(from, flags)
  if (!(await source.stat()).isFile()) throw new Error(`Not a regular file: ${from}`)
  await using target = await open(to, 'wx')
  const digests = [createHash('sha256'), createHash('sha512')] as const
  const buffer = Buffer.allocUnsafe(CHUNK)
  let bytes = 0
  for (;;) {
    signal?.throwIfAborted()
    const { bytesRead } = await source.read(buffer, 0, CHUNK)
    if (bytesRead === 0) break
    const piece = buffer.subarray(0, bytesRead)
    for (const digest of digests) digest.update(piece)
    await target.writeFile(piece)
    bytes += bytesRead
  }
  await target.sync()
  const [sha256, sha512] = digests.map((digest) => digest.digest('hex')) as [string, string]
  return { sha256, sha512, bytes }
}

/** Takes a file away again, and the folders beneath `root` that are empty then. */
export async function removePlaced(path: string, root: string): Promise<void> {
  await rm(path, { force: true })
  for (let folder = dirname(path); folder.length > root.length; folder = dirname(folder))
    if (!(await attemptRemoval(folder))) return
}

const attemptRemoval = (folder: string) =>
  rmdir(folder).then(
    () => true,
    () => false,
  )
