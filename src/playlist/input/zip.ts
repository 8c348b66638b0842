import yauzl from 'yauzl'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { type HistoryFile, type InputFile, MAX_BYTES, readStream, tooLarge } from './bytes.ts'
import { baseName, chooseFiles, isHistory } from './choose.ts'

/** A library of a file for each song has as many; listing millions would take long. */
const MAX_ENTRIES = 50_000
const MAX_FILES = 20_000
/** Of all files together, unpacked. */
const MAX_UNPACKED_BYTES = 4 * MAX_BYTES
/** Of a listening history, which is never in memory as a whole: five million plays. */
const MAX_HISTORY_BYTES = 4 * 1024 ** 3

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
  const zip = await openZip(source, name, signal)
  try {
    for (const { path, entry } of await chooseEntries(zip, name, signal)) {
      try {
        const base = baseName(path)
        if (isHistory(base)) yield { name: base, chunks: unpackPlays(zip, entry, signal) }
        else
          yield {
            name: base,
            path: path.replaceAll('\\', '/'),
            bytes: await unpack(zip, entry, signal),
          }
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        yield { error }
      }
    }
  } finally {
    zip.close()
  }
}

function openZip(source: string | Uint8Array, name: string, signal?: AbortSignal) {
  const options = { lazyEntries: true, autoClose: false } as const
  return guard(name, signal, () =>
    typeof source === 'string'
      ? yauzl.openPromise(source, options)
      : yauzl.fromBufferPromise(
          Buffer.from(source.buffer, source.byteOffset, source.length),
          options,
        ),
  )
}

/** A file of the zip. */
interface ZipEntry {
  readonly path: string
  readonly entry: yauzl.Entry
}

/** The files to be unpacked; UserError where there are none, too many, or too large ones. */
async function chooseEntries(
  zip: yauzl.ZipFile,
  name: string,
  signal?: AbortSignal,
): Promise<readonly ZipEntry[]> {
  const chosen = chooseFiles(await guard(name, signal, () => listEntries(zip, name, signal)))
  if (chosen.length === 0) throw noPlaylist(name)
  if (chosen.length > MAX_FILES)
    throw new UserError(reason('playlist.zip-too-many-playlists', { input: name, max: MAX_FILES }))
  const bytesOf = (files: readonly ZipEntry[]) =>
    files.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0)
  const historyBytes = bytesOf(chosen.filter(({ path }) => isHistory(baseName(path))))
  if (historyBytes > MAX_HISTORY_BYTES || bytesOf(chosen) - historyBytes > MAX_UNPACKED_BYTES)
    throw new UserError(reason('playlist.zip-too-large', { input: name }))
  return chosen
}

async function listEntries(zip: yauzl.ZipFile, name: string, signal?: AbortSignal) {
  if (zip.entryCount > MAX_ENTRIES)
    throw new UserError(reason('playlist.zip-too-many-files', { input: name, max: MAX_ENTRIES }))
  const entries: ZipEntry[] = []
  for await (const entry of zip.eachEntry()) {
    signal?.throwIfAborted()
    if (!entry.fileName.endsWith('/')) entries.push({ path: entry.fileName, entry })
  }
  return entries
}

async function unpack(zip: yauzl.ZipFile, entry: yauzl.Entry, signal?: AbortSignal) {
  const name = baseName(entry.fileName)
  if (entry.isEncrypted()) throw new UserError(reason('playlist.zip-locked', { input: name }))
  if (entry.uncompressedSize > MAX_BYTES) throw tooLarge(name)
  return guard(name, signal, async () =>
    readStream(await zip.openReadStreamPromise(entry), name, signal),
  )
}

/** A history as it is unpacked; yauzl holds the entry to the size it says. */
async function* unpackPlays(zip: yauzl.ZipFile, entry: yauzl.Entry, signal?: AbortSignal) {
  const name = baseName(entry.fileName)
  if (entry.isEncrypted()) throw new UserError(reason('playlist.zip-locked', { input: name }))
  const stream = await guard(name, signal, () => zip.openReadStreamPromise(entry))
  const chunks = stream[Symbol.asyncIterator]()
  for (;;) {
    signal?.throwIfAborted()
    const next = await guard(name, signal, () => chunks.next())
    if (next.done) return
    yield next.value as Uint8Array
  }
}

/** yauzl's errors are about the zip's bytes: they become a UserError. */
async function guard<Result>(
  name: string,
  signal: AbortSignal | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UserError || !(error instanceof Error) || signal?.aborted) throw error
    const detail = error.message.slice(0, 200)
    throw new UserError(reason('playlist.zip-damaged', { input: name, detail }), undefined, {
      cause: error,
    })
  }
}

export const noPlaylist = (input: string) =>
  new UserError(reason('playlist.no-known-playlist', { input }))
