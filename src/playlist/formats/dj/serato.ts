import type { Playlist } from '../../../model/playlist.ts'
import { textReason } from '../../../model/reason.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { ascii, ByteReader, utf16 } from '../../reading/bytes.ts'
import { secondsToMs } from '../../reading/clean.ts'
import { buildPlaylist, checkCount, type ReadRow } from '../../reading/entries.ts'
import { rowOfLocation } from '../../reading/location.ts'
import { nameOf } from '../../reading/names/file-name.ts'
import { nameByFile } from '../../reading/names/named-by-file.ts'

/**
 * Serato's crates (`_Serato_/Subcrates/*.crate`) and its `database V2`, which names the tracks of the crates beside
 * it. Both are chunks: a name of four letters, a length, the content; texts are UTF-16. Paths begin at a drive's root.
 * https://github.com/Holzhaus/serato-tags documents the fields.
 */
export const serato: PlaylistFormat = {
  name: 'serato',
  title: textReason('Serato (crates, database V2)'),
  isBinary: true,
  recognise: ({ bytes }) => (ascii(bytes.subarray(0, 4)) === 'vrsn' && kindOf(bytes) ? 1 : 0),
  read: (input) => readAll([input]),
  count: (input) => countAll([input]),
  together: { includes: (input) => serato.recognise(input) === 1, read: readAll, count: countAll },
}

function kindOf(bytes: Uint8Array): 'crate' | 'database' | undefined {
  const version = utf16(bytes.subarray(8, 8 + 128))
  if (/Crate/i.test(version)) return 'crate'
  return /Database/i.test(version) ? 'database' : undefined
}

/** `otrk` */
const MARK = [0x6f, 0x74, 0x72, 0x6b] as const

/** The marks of tracks: those of the crates, or of the database where there is none. */
function countAll(inputs: readonly FormatInput[]): number {
  const crates = inputs.filter(({ bytes }) => kindOf(bytes) === 'crate')
  // Texts are UTF-16, in which the mark cannot stand.
  const isMark = (bytes: Uint8Array, at: number) =>
    MARK.every((code, index) => bytes[at + index] === code)
  let count = 0
  for (const { bytes } of crates.length > 0 ? crates : inputs)
    for (let at = bytes.indexOf(MARK[0]); at >= 0; at = bytes.indexOf(MARK[0], at + 1))
      if (isMark(bytes, at)) count++
  return count
}

/** Bytes of a text that are looked at. */
const MAX_TEXT = 20_000

interface Chunk {
  readonly name: string
  readonly content: Uint8Array
}

function* readChunks(bytes: Uint8Array): Generator<Chunk> {
  const reader = new ByteReader(bytes)
  while (reader.has(8)) {
    const name = ascii(reader.bytes(4))
    yield { name, content: reader.bytes(reader.uint32(false)) }
  }
}

function readAll(inputs: readonly FormatInput[]): readonly Playlist[] {
  const of = (kind: ReturnType<typeof kindOf>) =>
    inputs.filter(({ bytes }) => kindOf(bytes) === kind)
  const collection: (readonly [string, ReadRow])[] = []
  for (const { bytes } of of('database'))
    for (const fields of readTracks(bytes)) {
      checkCount(collection.length + 1)
      collection.push([fields.get('pfil') ?? '', readTrack(fields)])
    }
  const crates = of('crate')
  if (crates.length === 0)
    return [
      build(
        'Serato',
        collection.map(([, row]) => row),
      ),
    ]
  const tracks = new Map(collection)
  return crates.map((input) =>
    // `Parent%%Child.crate` is a crate within a crate.
    build(nameOf(input).replaceAll('%%', ' - '), readCrate(input.bytes, tracks)),
  )
}

const build = (fallbackName: string, rows: Iterable<ReadRow>): Playlist =>
  buildPlaylist({ format: 'serato', name: '', fallbackName }, rows)

/** The texts in the chunks of a track. */
function* readTracks(bytes: Uint8Array): Generator<ReadonlyMap<string, string>> {
  for (const { name, content } of readChunks(bytes))
    if (name === 'otrk')
      yield new Map(
        [...readChunks(content)].map((chunk) => [
          chunk.name,
          utf16(chunk.content.subarray(0, MAX_TEXT)),
        ]),
      )
}

function* readCrate(bytes: Uint8Array, tracks: ReadonlyMap<string, ReadRow>): Generator<ReadRow> {
  for (const fields of readTracks(bytes)) {
    const path = fields.get('ptrk') ?? ''
    yield tracks.get(path) ?? rowOfLocation(fromRoot(path))
  }
}

const fromRoot = (path: string) => (/^(?:[/\\]|[a-z]:)/i.test(path) ? path : `/${path}`)

function readTrack(fields: ReadonlyMap<string, string>): ReadRow {
  return nameByFile({
    kind: 'track',
    title: fields.get('tsng'),
    artists: [fields.get('tart')],
    album: fields.get('talb'),
    durationMs: secondsToMs(fields.get('tlen')),
    date: fields.get('ttyr'),
    path: fromRoot(fields.get('pfil') ?? ''),
  })
}
