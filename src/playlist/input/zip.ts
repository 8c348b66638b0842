import yauzl from 'yauzl'
import { UserError } from '../../words/user-error.ts'
import {
  describeInput,
  type HistoryFile,
  type InputFile,
  MOST_BYTES,
  readStream,
  tooLarge,
} from './bytes.ts'
import { baseName, chooseFiles, isHistory } from './choose.ts'

/** More entries than any export; a central directory of millions takes its time. */
const MOST_ENTRIES = 10_000
const MOST_FILES = 1000
/** Of all files together, unpacked. */
const MOST_UNPACKED = 4 * MOST_BYTES
/** Of a listening history, which is never in memory: five million plays. */
const MOST_HISTORY = 4 * 1024 ** 3

/** True for the bytes a zip begins with, also an empty one. */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 0x03 || head[2] === 0x05)
}

/**
 * The playlist files in a zip (a path, or the bytes of one), chosen by base name and unpacked into
 * memory one by one. A zip inside the zip stays closed; what is larger than it says, or than a
 * playlist can be, is refused. Throws UserError for a damaged zip.
 */
export async function* readZip(
  source: string | Uint8Array,
  name: string,
  signal?: AbortSignal,
): AsyncGenerator<InputFile | HistoryFile | { readonly error: UserError }> {
  const options = { lazyEntries: true, autoClose: false } as const
  const what = describeInput(name)
  const zip = await guard(what, signal, () =>
    typeof source === 'string'
      ? yauzl.openPromise(source, options)
      : yauzl.fromBufferPromise(
          Buffer.from(source.buffer, source.byteOffset, source.length),
          options,
        ),
  )
  try {
    const entries = await guard(what, signal, () => listEntries(zip, what, signal))
    const chosen = chooseFiles(entries)
    if (chosen.length === 0) throw noPlaylist(what)
    if (chosen.length > MOST_FILES)
      throw new UserError(`${what} holds more than ${MOST_FILES} playlists.`)
    const sizeOf = (files: typeof chosen) =>
      files.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0)
    const isPlays = ({ path }: { readonly path: string }) => isHistory(baseName(path))
    const plays = sizeOf(chosen.filter(isPlays))
    if (plays > MOST_HISTORY || sizeOf(chosen) - plays > MOST_UNPACKED)
      throw new UserError(`${what} unpacks to far more than playlists need; it was not read.`)
    for (const { path, entry } of chosen) {
      try {
        const name = baseName(path)
        if (isHistory(name)) yield { name, chunks: unpackPlays(zip, entry, signal) }
        else yield { name, bytes: await unpack(zip, entry, signal) }
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        yield { error }
      }
    }
  } finally {
    zip.close()
  }
}

async function listEntries(zip: yauzl.ZipFile, what: string, signal?: AbortSignal) {
  if (zip.entryCount > MOST_ENTRIES)
    throw new UserError(
      `${what} holds more than ${MOST_ENTRIES} files; it is no export of playlists.`,
    )
  const entries: { readonly path: string; readonly entry: yauzl.Entry }[] = []
  for await (const entry of zip.eachEntry()) {
    signal?.throwIfAborted()
    if (!entry.fileName.endsWith('/')) entries.push({ path: entry.fileName, entry })
  }
  return entries
}

async function unpack(zip: yauzl.ZipFile, entry: yauzl.Entry, signal?: AbortSignal) {
  const name = baseName(entry.fileName)
  const what = describeInput(name)
  if (entry.isEncrypted()) throw new UserError(`${what} in the zip is locked with a password.`)
  if (entry.uncompressedSize > MOST_BYTES) throw tooLarge(name)
  return guard(what, signal, async () =>
    readStream(await zip.openReadStreamPromise(entry), name, signal),
  )
}

/** A history as it is unpacked; yauzl holds the entry to the size it says. */
async function* unpackPlays(zip: yauzl.ZipFile, entry: yauzl.Entry, signal?: AbortSignal) {
  const what = describeInput(baseName(entry.fileName))
  if (entry.isEncrypted()) throw new UserError(`${what} in the zip is locked with a password.`)
  const stream = await guard(what, signal, () => zip.openReadStreamPromise(entry))
  const chunks = stream[Symbol.asyncIterator]()
  for (;;) {
    signal?.throwIfAborted()
    const next = await guard(what, signal, () => chunks.next())
    if (next.done) return
    yield next.value as Uint8Array
  }
}

/** yauzl's errors are about the zip's bytes: the user's to mend. */
async function guard<Result>(
  what: string,
  signal: AbortSignal | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UserError || !(error instanceof Error) || signal?.aborted) throw error
    throw new UserError(`${what} is damaged: ${error.message.slice(0, 200)}.`, undefined, {
      cause: error,
    })
  }
}

export const noPlaylist = (what: string) =>
  new UserError(`${what} holds no playlist that is known.`)
