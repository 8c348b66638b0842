import { basename } from 'node:path'
import type { Playlist } from '../model/playlist.ts'
import { type Reason, reason } from '../model/reason.ts'
import { english } from '../words/english.ts'
import { UserError } from '../words/user-error.ts'
import { formats } from './all.ts'
import { databases, readDatabase } from './databases/read-database.ts'
import { type EntryOrder, orderByPlays } from './entry-order.ts'
import type { FormatInput, PlaylistFormat } from './format.ts'
import type { HistoryFile, InputFile } from './input/bytes.ts'
import { decodeText, isBinary } from './input/decode.ts'
import { openInputs } from './input/inputs.ts'
import { placeTracks } from './input/place-tracks.ts'
import { ListeningHistory } from './merge/history.ts'
import { joinLogs } from './merge/logs.ts'
import { mergeInputs } from './merge/merge-inputs.ts'
import { isProse } from './reading/prose.ts'
import { isRulesAlone } from './reading/rules.ts'
import { compareRecords } from './records.ts'
import { TogetherFiles } from './together.ts'

export interface ReadOptions {
  /** The playlists of inputs that are links, read before; by the input as it was given. */
  readonly linked?: ReadonlyMap<string, readonly Playlist[]>
  /** What `-` stands for. */
  readonly stdin?: AsyncIterable<Uint8Array>
  /** A format's name, to be taken instead of what the input looks like. */
  readonly format?: string
  /** Which columns of a table are what: `title=2,artist=3`, by number or by header. The input is read as a table then. */
  readonly columns?: string
  /** The encoding of the input's text, as `TextDecoder` knows it, instead of the one that it is found to have. */
  readonly encoding?: string
  /** Only the playlist of this name. */
  readonly only?: string | readonly string[]
  /** `plays` puts the most played first, where the input says how often. */
  readonly order?: EntryOrder
  readonly signal?: AbortSignal
  /**
   * Told of an input that nothing could be read of; the others go on. Where nobody is told, what cannot be opened is
   * thrown, and the rest stands in the notes of the first playlist.
   */
  readonly onRefused?: (input: string, error: UserError) => void
}

/** What is read, for help texts. */
export function explainFormats(): readonly { readonly name: string; readonly title: string }[] {
  return [...formats, ...databases].map(({ name, title }) => ({ name, title: english(title) }))
}

/**
 * Every playlist that a file, a zip, a folder or standard input (`-`) holds. The format is recognised.
 * Of several inputs a playlist that more than one has is joined (`mergePlaylists`).
 * Of several files one that cannot be read is told of in the notes of the first playlist.
 * Throws UserError when there is nothing to read, or nothing that is known.
 */
export async function readPlaylists(
  input: string | readonly string[],
  options: ReadOptions = {},
): Promise<readonly Playlist[]> {
  const inputs = typeof input === 'string' ? [input] : input
  const read = await readInputs(inputs, options)
  const merged = mergeInputs(read.playlists.map((each) => joinLogs(each, LOGS)))
  const [first, ...others] = withPlays(merged, read.history)
  if (!first) throw read.failures[0] ?? nothingRead(inputs, read.hasHistory)
  const leftOut = read.failures
    .slice(0, MAX_FAILURES_TOLD)
    .map((failure) => reason('playlist.left-out', { reason: failure.reason }))
  const notes = [...read.history.notes, ...first.notes, ...leftOut]
  const all = [{ ...first, notes }, ...others]
  const ordered = options.order === 'plays' ? all.map(orderByPlays) : all
  return options.only === undefined ? ordered : chooseNamed(ordered, options.only)
}

const MAX_FAILURES_TOLD = 20

/** What the inputs were read as, before their playlists are joined. */
interface ReadInputs {
  /** Of each input in turn. */
  readonly playlists: readonly (readonly Playlist[])[]
  readonly history: ListeningHistory
  /** True where a file of a listening history was opened, whatever was in it. */
  readonly hasHistory: boolean
  /** Of single files. */
  readonly failures: readonly UserError[]
}

async function readInputs(inputs: readonly string[], options: ReadOptions): Promise<ReadInputs> {
  const format = options.format === undefined ? undefined : findFormat(options.format)
  const playlists: (readonly Playlist[])[] = []
  const failures: UserError[] = []
  const shared = { history: new ListeningHistory(), together: new TogetherFiles() }
  let hasHistory = false
  for (const input of inputs) {
    const linked = options.linked?.get(input)
    const read = linked ? { found: linked } : await readOne(input, format, options, shared)
    playlists.push(read.found)
    if (!('failed' in read)) continue
    hasHistory ||= read.hasHistory
    const [first] = read.failed
    if (first && options.onRefused && read.found.length === 0) options.onRefused(input, first)
    else failures.push(...read.failed)
  }
  for (const read of shared.together.read())
    if (read instanceof UserError) failures.push(read)
    else playlists.push(read)
  return { playlists, history: shared.history, hasHistory, failures }
}

interface SharedReading {
  readonly history: ListeningHistory
  readonly together: TogetherFiles
}

/** What one input was read as, and what of it could not be read. */
async function readOne(
  input: string,
  format: PlaylistFormat | undefined,
  options: ReadOptions,
  { history, together }: SharedReading,
) {
  const { signal } = options
  const found: Playlist[] = []
  const failed: UserError[] = []
  let hasHistory = false
  try {
    for await (const file of openInputs(input, options)) {
      signal?.throwIfAborted()
      try {
        if ('error' in file) throw file.error
        if ('database' in file) {
          found.push(...(await readDatabase(file.database)))
          continue
        }
        if ('chunks' in file) {
          hasHistory = true
          await addHistory(file, history, signal)
        } else
          for (const playlist of readFile(file, format, options, together))
            found.push(placeTracks(playlist, file.folder))
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        failed.push(error)
      }
    }
  } catch (error) {
    if (!(error instanceof UserError) || !options.onRefused) throw error
    failed.push(error)
  }
  return { found, failed, hasHistory }
}

async function addHistory(file: HistoryFile, history: ListeningHistory, signal?: AbortSignal) {
  try {
    await history.add(file.chunks, signal)
  } catch (error) {
    throw ofInput(file.name, error)
  }
}

/** The same error, with the input it is about. */
function ofInput(input: string, error: unknown): unknown {
  if (!(error instanceof UserError)) return error
  const told = reason('playlist.of-input', { input, reason: error.reason })
  return new UserError(told, error.advice, { cause: error })
}

const nothingRead = (inputs: readonly string[], hasHistory: boolean) =>
  new UserError(
    hasHistory
      ? reason('playlist.history-without-plays')
      : reason('playlist.no-playlist', { inputs: inputs.map((each) => basename(each)) }),
  )

/** A history counts for the playlists beside it; alone it is one itself. */
function withPlays(playlists: readonly Playlist[], history: ListeningHistory): readonly Playlist[] {
  if (history.isEmpty) return playlists
  if (playlists.length === 0) return [history.toPlaylist()]
  return playlists.map((playlist) => history.count(playlist))
}

const LOGS = new Set(formats.flatMap(({ name, isLog }) => (isLog ? [name] : [])))

function readFile(
  file: InputFile,
  format: PlaylistFormat | undefined,
  { columns, encoding }: ReadOptions,
  together: TogetherFiles,
): readonly Playlist[] {
  const { name } = file
  if (file.bytes.length === 0) throw emptyFile(name)
  if (encoding === undefined && isBinary(file.bytes)) return readBinary(file, format, together)
  const { text, notes } = decodeText(file.bytes, encoding)
  const input: FormatInput = { ...file, text, columns }
  if (input.text.trim() === '') throw emptyFile(name)
  if (!format && columns === undefined && together.add(input)) return []
  // Columns are named of tables only: other inputs are read as what they are.
  const isTable = columns !== undefined && !/^\s*[{[<]/.test(input.text)
  const reader = format ?? (isTable ? findFormat('csv') : recogniseFormat(input))
  if (!format && isRulesAlone(text))
    throw ofInput(name, new UserError(reason('playlist.rules-only')))
  if (!reader && isProse(input))
    throw new UserError(reason('playlist.prose'), reason('playlist.one-song-a-line'))
  if (!reader) throw new UserError(reason('playlist.unknown-format', { input: name }), whatIsRead())
  try {
    const playlists = reader.read(input)
    const all = [...notes, ...compareRecords(playlists, reader.count(input))]
    return playlists.map((playlist, at) => addNotes(playlist, at === 0 ? all : notes))
  } catch (error) {
    throw ofInput(name, error)
  }
}

const emptyFile = (input: string) =>
  new UserError(reason('playlist.empty', { input }), reason('playlist.export-again'))

/** A file of a format that is no text. */
function readBinary(
  file: InputFile,
  format: PlaylistFormat | undefined,
  together: TogetherFiles,
): readonly Playlist[] {
  const input: FormatInput = { ...file, text: '' }
  const known = formats.find((each) => each.isBinary && each.recognise(input) > 0)
  if (!known) throw new UserError(reason('playlist.binary', { input: file.name }), whatIsRead())
  if (!format && together.add(input)) return []
  const playlists = known.read(input)
  const notes = compareRecords(playlists, known.count(input))
  return playlists.map((playlist, at) => addNotes(playlist, at === 0 ? notes : []))
}

const addNotes = (playlist: Playlist, notes: readonly Reason[]): Playlist =>
  notes.length === 0 ? playlist : { ...playlist, notes: [...notes, ...playlist.notes] }

/** The surest format, or none when no one claims the input. */
export function recogniseFormat(input: FormatInput): PlaylistFormat | undefined {
  let best: PlaylistFormat | undefined
  let surest = 0
  for (const format of formats) {
    const sure = format.recognise(input)
    if (sure > surest) [best, surest] = [format, sure]
  }
  return best
}

function findFormat(name: string): PlaylistFormat {
  const format = formats.find((each) => each.name === name)
  if (format) return format
  throw new UserError(
    reason('playlist.no-such-format', { format: name }),
    reason('playlist.known-formats', { formats: formats.map((each) => each.name) }),
  )
}

const MAX_NAMES_TOLD = 20

function chooseNamed(
  playlists: readonly Playlist[],
  wanted: string | readonly string[],
): readonly Playlist[] {
  const fold = (text: string) => text.normalize('NFC').trim().toLowerCase()
  const asked = typeof wanted === 'string' ? [wanted] : wanted
  const folded = new Set(asked.map(fold))
  const chosen = playlists.filter((playlist) => folded.has(fold(playlist.name)))
  if (chosen.length > 0) return chosen
  throw new UserError(
    reason('playlist.no-such-playlist', { names: asked.slice(0, MAX_NAMES_TOLD) }),
    reason('playlist.input-has', {
      names: playlists.slice(0, MAX_NAMES_TOLD).map(({ name }) => name),
      more: playlists.length > MAX_NAMES_TOLD,
    }),
  )
}

const whatIsRead = (): Reason =>
  reason('playlist.read-formats', { titles: [...formats, ...databases].map(({ title }) => title) })
