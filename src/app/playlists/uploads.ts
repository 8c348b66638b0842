import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { lstat, mkdir } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { cleanName, cleanText } from '../../archive/naming/clean.ts'
import { reason } from '../../model/reason.ts'
import { StorageError, UserError } from '../../words/user-error.ts'
import type { UploadService } from '../context.ts'
import {
  listUploadFolders,
  makeUploadFolder,
  readUploadFolder,
  removeUploadFolder,
} from './upload-folder.ts'

export interface UploadBounds {
  /** The largest export that is known, ten years of listening, has 40 MB; a hostile upload must not fill the disk. */
  readonly bytes: number
  /** Of all that lie there unread; a preview takes at most 200. */
  readonly number: number
  readonly sum: number
  /** An upload is read soon after it has come, or never. */
  readonly ageMs: number
}

const usualBounds: UploadBounds = {
  bytes: 512 * 2 ** 20,
  number: 1000,
  sum: 2 * 2 ** 30,
  ageMs: 2 * 60 * 60_000,
}

export interface Uploads extends UploadService {
  /** The path of one; UserError where it is gone. */
  find(id: string): Promise<string>
  remove(id: string): Promise<void>
}

/** What was dropped on the page, until it is read: each in a folder of its own, under a clean name. */
export async function openUploads(
  dir: string,
  bounds: Partial<UploadBounds> = {},
): Promise<Uploads> {
  const limits = { ...usualBounds, ...bounds }
  await mkdir(dir, { recursive: true, mode: 0o700 })
  await sweep(dir, limits)
  /** Bytes of all uploads, those that are coming among them. */
  let held = 0
  return {
    async receive(given, bytes, signal) {
      // What is written of those that are coming is on the disk already.
      const sizes = await sweep(dir, limits)
      held = sizes.reduce((sum, each) => sum + each, 0)
      if (sizes.length >= limits.number || held >= limits.sum) throw tooMany()
      const id = randomUUID()
      const name = cleanName(cleanText(given), 200)
      const path = await makeUploadFolder(dir, id, name)
      let size = 0
      async function* measure() {
        for await (const chunk of bytes) {
          size += chunk.length
          held += chunk.length
          if (size > limits.bytes) throw tooLarge(limits)
          if (held > limits.sum) throw tooMany()
          yield chunk
        }
      }
      try {
        await pipeline(measure, createWriteStream(path, { flags: 'wx', mode: 0o600 }), { signal })
      } catch (error) {
        await removeUploadFolder(dir, { id, path, at: 0, bytes: size })
        throw explain(error)
      }
      return { id, name, bytes: size }
    },
    async find(id) {
      const path = (await readUploadFolder(dir, id))?.path
      const isThere = path && (await lstat(path).catch(() => undefined))?.isFile()
      if (!isThere)
        throw new UserError(reason('playlist.upload-gone'), reason('playlist.drop-again'))
      return path
    },
    async remove(id) {
      const found = await readUploadFolder(dir, id)
      if (found) await removeUploadFolder(dir, found)
    },
  }
}

/** Removes what was not read in time; returns the others' sizes. */
async function sweep(dir: string, { ageMs }: UploadBounds): Promise<readonly number[]> {
  const sizes: number[] = []
  for (const upload of await listUploadFolders(dir))
    if (Date.now() - upload.at > ageMs) await removeUploadFolder(dir, upload)
    else sizes.push(upload.bytes)
  return sizes
}

const tooLarge = ({ bytes }: UploadBounds) =>
  new UserError(
    reason('playlist.upload-too-large', { maxMegabytes: bytes / 2 ** 20 }),
    reason('playlist.drop-playlist-only'),
  )

const tooMany = () =>
  new UserError(reason('playlist.uploads-full'), reason('playlist.read-uploads-first'))

function explain(error: unknown): unknown {
  const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
  return full
    ? new StorageError(reason('playlist.upload-disk-full'), undefined, { cause: error })
    : error
}
