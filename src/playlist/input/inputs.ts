import { createReadStream } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { adviseOfKind } from '../../model/lists/advise.ts'
import { HEAD_BYTES, recogniseNoPlaylist } from '../../model/lists/no-playlist.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { isDatabase } from '../databases/read-database.ts'
import {
  type DatabaseFile,
  type HistoryFile,
  type InputFile,
  MAX_BYTES,
  readStream,
  tooLarge,
} from './bytes.ts'
import { chooseFiles, isHistory } from './choose.ts'
import { isZip, noPlaylist, readZip } from './zip.ts'

export interface OpenOptions {
  readonly stdin?: AsyncIterable<Uint8Array>
  readonly signal?: AbortSignal
}

export type OpenedInputs = InputFile | HistoryFile | DatabaseFile | { readonly error: UserError }

/** The files that a path, a folder, a zip or standard input (`-`) gives, one in memory at a time. */
export async function* openInputs(
  input: string,
  options: OpenOptions,
): AsyncGenerator<OpenedInputs> {
  if (input === '-') {
    if (!options.stdin) throw new UserError(reason('playlist.no-standard-input'))
    const bytes = await readStream(options.stdin, '-', options.signal)
    if (isZip(bytes)) yield* readZip(bytes, '-', options.signal)
    else yield { name: '-', bytes }
    return
  }
  if (/^(?:https?:\/\/|spotify:)/i.test(input))
    throw new UserError(reason('playlist.link-no-file'), reason('playlist.export-first'))
  const stats = await statOf(input)
  if (stats.isDirectory()) yield* readFolder(resolve(input), options.signal)
  else yield* readFile(input, stats, options.signal)
}

async function* readFile(
  path: string,
  stats: { readonly size: number; isFile(): boolean },
  signal?: AbortSignal,
): AsyncGenerator<OpenedInputs> {
  const name = basename(path)
  // A pipe may never be written to, and a device never ends.
  if (!stats.isFile()) throw new UserError(reason('playlist.no-file', { input: name }))
  const head = await readHead(path)
  if (isDatabase(head)) {
    yield { name, database: path }
    return
  }
  const other = recogniseNoPlaylist(head, name)
  if (other) {
    const { reason: why, advice } = adviseOfKind(name, other)
    throw new UserError(why, advice)
  }
  if (isZip(head)) {
    yield* readZip(path, name, signal)
    return
  }
  if (isHistory(name)) {
    yield {
      name,
      chunks: createReadStream(path, { highWaterMark: PIECE_BYTES, signal }),
    }
    return
  }
  if (stats.size > MAX_BYTES) throw tooLarge(name)
  signal?.throwIfAborted()
  yield { name, bytes: await readBytes(path, stats.size), folder: resolve(dirname(path)) }
}

/** Bytes of a listening history that are read at a time. */
const PIECE_BYTES = 64 * 1024

const MAX_DEPTH = 8
const MAX_SEEN = 50_000

/** Files of a folder and the folders in it, chosen by name; links are not followed. */
async function* readFolder(folder: string, signal?: AbortSignal): AsyncGenerator<OpenedInputs> {
  const files: { readonly path: string }[] = []
  const waiting = [{ path: folder, depth: 0 }]
  let seen = 0
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    signal?.throwIfAborted()
    const { path, depth } = next
    for (const entry of await openable(path, () => readdir(path, { withFileTypes: true }))) {
      if (++seen > MAX_SEEN)
        throw new UserError(
          reason('playlist.too-many-files-in-folder', {
            folder: basename(folder),
            max: MAX_SEEN,
          }),
          reason('playlist.name-the-file'),
        )
      const child = join(path, entry.name)
      if (entry.isFile()) files.push({ path: relative(folder, child) })
      else if (entry.isDirectory() && depth < MAX_DEPTH)
        waiting.push({ path: child, depth: depth + 1 })
    }
  }
  const chosen = chooseFiles(files)
  if (chosen.length === 0) throw noPlaylist(basename(folder))
  for (const { path } of chosen) {
    const full = join(folder, path)
    try {
      for await (const file of readFile(full, await statOf(full), signal))
        yield 'bytes' in file ? { path: path.split(sep).join('/'), ...file } : file
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      yield { error }
    }
  }
}

const statOf = (path: string) => openable(path, () => stat(path))

const readHead = (path: string) => readBytes(path, HEAD_BYTES)

/** The first bytes of a file, fewer when it is shorter; never more, should it grow meanwhile. */
function readBytes(path: string, most: number): Promise<Uint8Array> {
  return openable(path, async () => {
    await using file = await open(path)
    const bytes = Buffer.alloc(most)
    let filled = 0
    while (filled < most) {
      const { bytesRead } = await file.read(bytes, filled, most - filled, filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return bytes.subarray(0, filled)
  })
}

/** What the system refuses becomes a UserError: the user can mend it. */
async function openable<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (typeof code !== 'string') throw error
    throw new UserError(reason('playlist.not-opened', { path, code }), undefined, { cause: error })
  }
}
