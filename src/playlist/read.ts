import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { UserError } from '../model/errors.ts'
import type { Playlist } from '../model/playlist.ts'
import { formats } from './all.ts'
import { decodeText, isBinary } from './decode.ts'
import type { Format, Input } from './format.ts'

export interface ReadOptions {
  /** What `-` stands for. */
  readonly stdin?: AsyncIterable<Uint8Array>
  /** A format's name, to be taken instead of what the input looks like. */
  readonly format?: string
  /** Only the playlist of this name. */
  readonly only?: string
  readonly signal?: AbortSignal
}

/** A text of more than this is no playlist. */
export const MOST_BYTES = 64 * 1024 * 1024

/** What is read, for help texts. */
export function explainFormats(): readonly { readonly name: string; readonly title: string }[] {
  return formats.map(({ name, title }) => ({ name, title }))
}

/**
 * Every playlist that a file, a folder or standard input (`-`) holds. The format is recognised.
 * Throws UserError when there is nothing to read, or nothing that is known.
 */
export async function readPlaylists(
  input: string,
  options: ReadOptions = {},
): Promise<readonly Playlist[]> {
  const format = options.format === undefined ? undefined : findFormat(options.format)
  const playlists: Playlist[] = []
  for await (const file of openInputs(input, options)) {
    options.signal?.throwIfAborted()
    playlists.push(...readInput(file, format))
  }
  return options.only === undefined ? playlists : chooseNamed(playlists, options.only)
}

function readInput(
  file: { name: string; bytes: Uint8Array },
  format?: Format,
): readonly Playlist[] {
  const what = file.name === '-' ? 'Standard input' : `“${file.name}”`
  if (file.bytes.length === 0) throw new UserError(`${what} is empty.`)
  if (isBinary(file.bytes))
    throw new UserError(`${what} is a binary file, no playlist.`, HINT_FORMATS)
  const input: Input = { ...file, text: decodeText(file.bytes) }
  if (input.text.trim() === '') throw new UserError(`${what} is empty.`)
  const reader = format ?? recogniseFormat(input)
  if (!reader) throw new UserError(`${what} is of no known playlist format.`, HINT_FORMATS)
  return reader.read(input)
}

/** The surest format, or none when no one claims the input. */
export function recogniseFormat(input: Input): Format | undefined {
  let best: Format | undefined
  let surest = 0
  for (const format of formats) {
    const sure = format.recognise(input)
    if (sure > surest) [best, surest] = [format, sure]
  }
  return best
}

async function* openInputs(input: string, options: ReadOptions) {
  if (input === '-') {
    if (!options.stdin) throw new UserError('There is no standard input to read from.')
    yield { name: '-', bytes: await readStream(options.stdin) }
    return
  }
  const facts = await stat(input).catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`“${input}” cannot be opened: ${reasonOf(error)}.`, undefined, {
      cause: error,
    })
  })
  if (!facts.isFile()) throw new UserError(`“${input}” is neither a file nor a folder.`)
  if (facts.size > MOST_BYTES) throw tooLarge(`“${basename(input)}”`)
  yield {
    name: basename(input),
    bytes: await readStream(createReadStream(input), `“${basename(input)}”`),
  }
}

/** At most MOST_BYTES, however a file grows meanwhile. */
async function readStream(stream: AsyncIterable<Uint8Array>, what = 'Standard input') {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of stream) {
    bytes += chunk.length
    if (bytes > MOST_BYTES) throw tooLarge(what)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, bytes)
}

function tooLarge(what: string): UserError {
  return new UserError(
    `${what} is larger than ${MOST_BYTES / 1024 / 1024} MB, too large for a playlist.`,
  )
}

function reasonOf(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return 'there is no such file or folder'
  if (error.code === 'EACCES' || error.code === 'EPERM') return 'it may not be read'
  return error.code ?? error.message
}

function findFormat(name: string): Format {
  const format = formats.find((each) => each.name === name)
  if (format) return format
  throw new UserError(
    `There is no format “${name}”.`,
    `Known are ${formats.map((each) => each.name).join(', ')}.`,
  )
}

function chooseNamed(playlists: readonly Playlist[], name: string): readonly Playlist[] {
  const fold = (text: string) => text.normalize('NFC').trim().toLowerCase()
  const chosen = playlists.filter((playlist) => fold(playlist.name) === fold(name))
  if (chosen.length > 0) return chosen
  const names = playlists.slice(0, 20).map((playlist) => `“${playlist.name}”`)
  throw new UserError(
    `No playlist is named “${name}”.`,
    `The input has ${names.join(', ')}${playlists.length > 20 ? ' and others' : ''}.`,
  )
}

const HINT_FORMATS = `Read are: ${formats.map((format) => format.title).join('; ')}.`
