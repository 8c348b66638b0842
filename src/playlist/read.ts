import { basename } from 'node:path'
import type { Playlist } from '../model/playlist.ts'
import { UserError } from '../words/user-error.ts'
import { formats } from './all.ts'
import type { FormatInput, PlaylistFormat } from './format.ts'
import { describeInput, type InputFile } from './input/bytes.ts'
import { decodeText, isBinary } from './input/decode.ts'
import { openInputs } from './input/inputs.ts'
import { ListeningHistory } from './merge/history.ts'
import { joinLogs } from './merge/logs.ts'
import { mergeInputs } from './merge/merge-inputs.ts'
import { type EntryOrder, orderByPlays } from './order.ts'

export interface ReadOptions {
  /** What those inputs name that are links, read before. */
  readonly linked?: ReadonlyMap<string, readonly Playlist[]>
  /** What `-` stands for. */
  readonly stdin?: AsyncIterable<Uint8Array>
  /** A format's name, to be taken instead of what the input looks like. */
  readonly format?: string
  /** Which columns of a table are what: `title=2,artist=3`, by number or by header. The input is read as a table then. */
  readonly columns?: string
  /** Only the playlist of this name. */
  readonly only?: string | readonly string[]
  /** `plays` puts the most played first, where the input says how often. */
  readonly order?: EntryOrder
  readonly signal?: AbortSignal
}

/** What is read, for help texts. */
export function explainFormats(): readonly { readonly name: string; readonly title: string }[] {
  return formats.map(({ name, title }) => ({ name, title }))
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
  const { columns } = options
  const format = options.format === undefined ? undefined : findFormat(options.format)
  const inputs = typeof input === 'string' ? [input] : input
  const read: Playlist[][] = []
  const failures: UserError[] = []
  const history = new ListeningHistory()
  let plays = 0
  for (const each of inputs) {
    const playlists: Playlist[] = []
    read.push(playlists)
    const linked = options.linked?.get(each)
    if (linked) {
      playlists.push(...linked)
      continue
    }
    for await (const file of openInputs(each, options)) {
      options.signal?.throwIfAborted()
      try {
        if ('error' in file) throw file.error
        if ('chunks' in file) {
          plays++
          await history.add(file.chunks, options.signal)
        } else playlists.push(...readInput(file, format, columns))
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        failures.push(
          'chunks' in file ? new UserError(`“${file.name}”: ${error.message}`, error.hint) : error,
        )
      }
    }
  }
  const [first, ...others] = withPlays(
    mergeInputs(read.map((each) => joinLogs(each, LOGS))),
    history,
  )
  const [failure] = failures
  if (!first && plays > 0)
    throw failure ?? new UserError('The listening history names no track that was played.')
  if (!first)
    throw (
      failure ??
      new UserError(`“${inputs.map((each) => basename(each)).join('”, “')}” holds no playlist.`)
    )
  const notes = [
    ...first.notes,
    ...failures.slice(0, 20).map((each) => `Left out: ${each.message}`),
  ]
  const kept = [{ ...first, notes }, ...others]
  const all = options.order === 'plays' ? kept.map(orderByPlays) : kept
  return options.only === undefined ? all : chooseNamed(all, options.only)
}

/** A history counts for the playlists beside it; alone it is one itself. */
function withPlays(playlists: readonly Playlist[], history: ListeningHistory): readonly Playlist[] {
  if (history.isEmpty) return playlists
  if (playlists.length === 0) return [history.toPlaylist()]
  return playlists.map((playlist) => history.count(playlist))
}

const LOGS = new Set(formats.flatMap(({ name, isLog }) => (isLog ? [name] : [])))

function readInput(
  file: InputFile,
  format?: PlaylistFormat,
  columns?: string,
): readonly Playlist[] {
  const what = describeInput(file.name)
  if (file.bytes.length === 0) throw new UserError(`${what} is empty.`)
  if (isBinary(file.bytes))
    throw new UserError(`${what} is a binary file, no playlist.`, HINT_FORMATS)
  const input: FormatInput = {
    ...file,
    text: decodeText(file.bytes),
    columns,
  }
  if (input.text.trim() === '') throw new UserError(`${what} is empty.`)
  // Columns are named of tables: what is none is read as what it is.
  const isTable = columns !== undefined && !/^\s*[{[<]/.test(input.text)
  const reader = format ?? (isTable ? findFormat('csv') : recogniseFormat(input))
  if (!reader) throw new UserError(`${what} is of no known playlist format.`, HINT_FORMATS)
  try {
    return reader.read(input)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    throw new UserError(`${what}: ${error.message}`, error.hint, { cause: error })
  }
}

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
    `There is no format “${name}”.`,
    `Known are ${formats.map((each) => each.name).join(', ')}.`,
  )
}

function chooseNamed(
  playlists: readonly Playlist[],
  wanted: string | readonly string[],
): readonly Playlist[] {
  const fold = (text: string) => text.normalize('NFC').trim().toLowerCase()
  const asked = typeof wanted === 'string' ? [wanted] : wanted
  const folded = new Set(asked.map(fold))
  const chosen = playlists.filter((playlist) => folded.has(fold(playlist.name)))
  if (chosen.length > 0) return chosen
  const names = playlists.slice(0, 20).map((playlist) => `“${playlist.name}”`)
  throw new UserError(
    `No playlist is named “${asked.slice(0, 20).join('” or “')}”.`,
    `The input has ${names.join(', ')}${playlists.length > 20 ? ' and others' : ''}.`,
  )
}

const HINT_FORMATS = `Read are: ${formats.map((format) => format.title).join('; ')}.`
