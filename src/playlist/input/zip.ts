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
/** Zips around a file: Apple packs its export in three. */
const MAX_NESTING = 3

/** What may still be unpacked of a zip and the zips in it. */
interface Allowance {
  files: number
  bytes: number
  historyBytes: number
}

/** True for the bytes a zip begins with, also an empty one. */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 0x03 || head[2] === 0x05)
}

/** What is in the files of Excel, LibreOffice and Numbers, which are zips. */
const WORKBOOK = /^(?:xl\/workbook\.(?:xml|bin)|content\.xml|Index\/Document\.iwa)$/

type ZippedFile = InputFile | HistoryFile | { readonly error: UserError }

/**
 * The playlist files in a zip (a path, or the bytes of one), and in the zips in it, chosen by base name and unpacked into
 * memory one by one. What is larger than it says, or than a playlist can be, is refused, and so is what is too much
 * altogether. Throws UserError for a damaged zip.
 */
export async function* readZip(
  source: string | Uint8Array,
  name: string,
  signal?: AbortSignal,
): AsyncGenerator<ZippedFile> {
  const allowance: Allowance = {
    files: MAX_FILES,
    bytes: MAX_UNPACKED_BYTES,
    historyBytes: MAX_HISTORY_BYTES,
  }
  let isEmpty = true
  for await (const file of readNested(source, name, allowance, MAX_NESTING - 1, signal)) {
    isEmpty = false
    yield file
  }
  if (isEmpty) throw noPlaylist(name)
}

async function* readNested(
  source: string | Uint8Array,
  name: string,
  allowance: Allowance,
  deeper: number,
  signal?: AbortSignal,
): AsyncGenerator<ZippedFile> {
  const zip = await openZip(source, name, signal)
  try {
    for (const { path, entry } of await chooseEntries(zip, name, allowance, deeper, signal)) {
      try {
        const base = baseName(path)
        if (isHistory(base)) yield { name: base, chunks: unpackPlays(zip, entry, signal) }
        else {
          const bytes = await unpack(zip, entry, signal)
          const isNested = deeper > 0 && isZip(bytes)
          if (isNested) yield* readNested(bytes, base, allowance, deeper - 1, signal)
          else yield { name: base, path: path.replaceAll('\\', '/'), bytes }
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

/** The files to be unpacked; UserError where there are too many, or too large ones. */
async function chooseEntries(
  zip: yauzl.ZipFile,
  name: string,
  allowance: Allowance,
  deeper: number,
  signal?: AbortSignal,
): Promise<readonly ZipEntry[]> {
  const all = await guard(name, signal, () => listEntries(zip, name, signal))
  if (all.some(({ path }) => WORKBOOK.test(path)))
    throw new UserError(
      reason('playlist.workbook', { input: name }),
      reason('playlist.save-as-csv'),
    )
  const chosen = chooseFiles(all, deeper > 0)
  allowance.files -= chosen.length
  if (allowance.files < 0)
    throw new UserError(reason('playlist.zip-too-many-playlists', { input: name, max: MAX_FILES }))
  const bytesOf = (files: readonly ZipEntry[]) =>
    files.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0)
  const historyBytes = bytesOf(chosen.filter(({ path }) => isHistory(baseName(path))))
  allowance.historyBytes -= historyBytes
  allowance.bytes -= bytesOf(chosen) - historyBytes
  if (allowance.historyBytes < 0 || allowance.bytes < 0)
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
