import { createReadStream } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { UserError } from '../../words/user-error.ts'
import { type HistoryFile, type InputFile, MOST_BYTES, readStream, tooLarge } from './bytes.ts'
import { chooseFiles, isHistory } from './choose.ts'
import { isZip, noPlaylist, readZip } from './zip.ts'

export interface OpenOptions {
  readonly stdin?: AsyncIterable<Uint8Array>
  readonly signal?: AbortSignal
}

export type OpenedInputs = InputFile | HistoryFile | { readonly error: UserError }

/** The files that a path, a folder, a zip or standard input (`-`) gives, one in memory at a time. */
export async function* openInputs(
  input: string,
  options: OpenOptions,
): AsyncGenerator<OpenedInputs> {
  if (input === '-') {
    if (!options.stdin) throw new UserError('There is no standard input to read from.')
    const bytes = await readStream(options.stdin, '-', options.signal)
    if (isZip(bytes)) yield* readZip(bytes, '-', options.signal)
    else yield { name: '-', bytes }
    return
  }
  if (/^(?:https?:\/\/|spotify:)/i.test(input))
    throw new UserError(
      'A link cannot be read, only a file.',
      'Export the playlist first: with Exportify (exportify.app), or as your data from Spotify.',
    )
  const facts = await look(input)
  if (facts.isDirectory()) yield* readFolder(resolve(input), options.signal)
  else yield* readFile(input, facts, options.signal)
}

async function* readFile(
  path: string,
  facts: { readonly size: number; isFile(): boolean },
  signal?: AbortSignal,
): AsyncGenerator<OpenedInputs> {
  const name = basename(path)
  // A pipe would be waited for, a device never ends.
  if (!facts.isFile()) throw new UserError(`“${name}” is neither a file nor a folder.`)
  if (isZip(await readHead(path))) {
    yield* readZip(path, name, signal)
    return
  }
  if (isHistory(name)) {
    yield {
      name,
      chunks: createReadStream(path, { highWaterMark: PIECE, signal }),
    }
    return
  }
  if (facts.size > MOST_BYTES) throw tooLarge(name)
  signal?.throwIfAborted()
  yield { name, bytes: await readBytes(path, facts.size) }
}

/** Of a listening history at a time. */
const PIECE = 64 * 1024

const DEEPEST = 3
const MOST_SEEN = 20_000

/** Files of a folder and the folders in it, chosen by name; links are not followed. */
async function* readFolder(folder: string, signal?: AbortSignal): AsyncGenerator<OpenedInputs> {
  const files: { readonly path: string }[] = []
  const waiting = [{ path: folder, depth: 0 }]
  let seen = 0
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    signal?.throwIfAborted()
    const { path, depth } = next
    for (const entry of await openable(path, () => readdir(path, { withFileTypes: true }))) {
      if (++seen > MOST_SEEN)
        throw new UserError(
          `“${basename(folder)}” holds more than ${MOST_SEEN} files; it is no folder of playlists.`,
          'Name the playlist’s file, or the folder of the export.',
        )
      const child = join(path, entry.name)
      if (entry.isFile()) files.push({ path: relative(folder, child) })
      else if (entry.isDirectory() && depth < DEEPEST)
        waiting.push({ path: child, depth: depth + 1 })
    }
  }
  const chosen = chooseFiles(files)
  if (chosen.length === 0) throw noPlaylist(`“${basename(folder)}”`)
  for (const { path } of chosen) {
    const full = join(folder, path)
    try {
      yield* readFile(full, await look(full), signal)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      yield { error }
    }
  }
}

const look = (path: string) => openable(path, () => stat(path))

const readHead = (path: string) => readBytes(path, 4)

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

/** What the system refuses is the user's to mend. */
async function openable<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (typeof code !== 'string') throw error
    throw new UserError(`“${path}” cannot be opened: ${REASONS[code] ?? code}.`, undefined, {
      cause: error,
    })
  }
}

const REASONS: { readonly [code: string]: string } = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  ENAMETOOLONG: 'its name is too long',
}
