import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { cleanName, cleanText } from '../../archive/naming/clean.ts'
import { reason } from '../../model/reason.ts'
import { StorageError, UserError } from '../../words/user-error.ts'
import type { UploadService } from '../context.ts'

/** The largest export that is known, ten years of listening, has 40 MB; a hostile upload must not fill the disk. */
const MAX_BYTES = 512 * 2 ** 20
/** An upload is read soon after it has come, or never. */
const MAX_AGE_MS = 2 * 60 * 60_000

export interface Uploads extends UploadService {
  /** The path of one; UserError where it is gone. */
  find(id: string): Promise<string>
  remove(id: string): Promise<void>
}

/** What was dropped on the page, until it is read: each in a folder of its own, under a clean name. */
export async function openUploads(dir: string, maxBytes = MAX_BYTES): Promise<Uploads> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  await sweep(dir)
  return {
    async receive(given, bytes, signal) {
      await sweep(dir)
      const id = randomUUID()
      const name = cleanName(cleanText(given), 200)
      await mkdir(join(dir, id), { mode: 0o700 })
      let size = 0
      async function* measure() {
        for await (const chunk of bytes) {
          size += chunk.length
          if (size > maxBytes) throw tooLarge(maxBytes)
          yield chunk
        }
      }
      try {
        const file = createWriteStream(join(dir, id, name), { flags: 'wx', mode: 0o600 })
        await pipeline(measure, file, { signal })
      } catch (error) {
        await rm(join(dir, id), { recursive: true, force: true })
        throw explain(error)
      }
      return { id, name, bytes: size }
    },
    async find(id) {
      const names = isId(id) ? await readdir(join(dir, id)).catch(() => []) : []
      const [name] = names
      if (name === undefined)
        throw new UserError(reason('playlist.upload-gone'), reason('playlist.drop-again'))
      return join(dir, id, name)
    },
    async remove(id) {
      if (isId(id)) await rm(join(dir, id), { recursive: true, force: true })
    },
  }
}

const isId = (id: string) => /^[0-9a-f-]{36}$/.test(id)

async function sweep(dir: string) {
  for (const name of await readdir(dir)) {
    const path = join(dir, name)
    const { mtimeMs } = (await stat(path).catch(() => undefined)) ?? {}
    if (mtimeMs !== undefined && Date.now() - mtimeMs > MAX_AGE_MS)
      await rm(path, { recursive: true, force: true })
  }
}

const tooLarge = (maxBytes: number) =>
  new UserError(
    reason('playlist.upload-too-large', { maxMegabytes: maxBytes / 2 ** 20 }),
    reason('playlist.drop-playlist-only'),
  )

function explain(error: unknown): unknown {
  const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
  return full
    ? new StorageError(reason('playlist.upload-disk-full'), undefined, { cause: error })
    : error
}
