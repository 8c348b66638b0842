import type { Recording } from '../../model/recording.ts'
import { openFile, readLines } from './lines.ts'
import { isMusicBrainz, readMusicBrainz } from './musicbrainz.ts'
import { Batch, type Reader, type ReadFile } from './reader.ts'
import { makeRecording, type RecordingFields } from './recording.ts'

/** One JSON object a line: our own shape, and MusicBrainz' dumps of recordings and releases. */
export const jsonl: Reader = {
  format: 'jsonl',
  recognise: (name, start) => /\.(?:jsonl|ndjson)$/.test(name) || /^\s*\{.*\}\s*\n/.test(start),
  async *read(file, signal) {
    const open = openFile(file.path, signal)
    const batch = new Batch()
    let row = 0
    for await (const lines of readLines(open.chunks)) {
      for (const line of lines) {
        row++
        if (line !== '') addValue(parse(line), file, row, batch)
      }
      yield batch.take(open.bytesRead)
    }
  },
}

/** A whole file of JSON: a list of objects, or one object. */
const LARGEST_JSON = 256 * 2 ** 20

export const json: Reader = {
  format: 'json',
  recognise: (name, start) => name.endsWith('.json') || /^\s*[[{]/.test(start),
  async *read(file, signal) {
    const open = openFile(file.path, signal)
    const chunks: Buffer[] = []
    let bytes = 0
    for await (const chunk of open.chunks) {
      bytes += chunk.length
      if (bytes <= LARGEST_JSON) chunks.push(Buffer.from(chunk))
    }
    const batch = new Batch()
    if (bytes > LARGEST_JSON)
      batch.add(1, 'It is too large for one JSON text: use one object a line.')
    else {
      const value = parse(
        Buffer.concat(chunks)
          .toString()
          .replace(/^\ufeff/, ''),
      )
      for (const [index, each] of (Array.isArray(value) ? value : [value]).entries()) {
        addValue(each, file, index + 1, batch)
      }
    }
    yield batch.take(open.bytesRead)
  },
}

function addValue(value: unknown, file: ReadFile, row: number, batch: Batch): void {
  for (const made of readValue(value, file, row)) batch.add(row, made)
}

function readValue(value: unknown, file: ReadFile, row: number): readonly (Recording | string)[] {
  if (typeof value === 'string') return [value]
  if (!isFields(value)) return ['It is no JSON object.']
  if (isMusicBrainz(value)) return readMusicBrainz(value, row)
  return [makeRecording(value, file.source, row)]
}

const isFields = (value: unknown): value is RecordingFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value, or a sentence on what is wrong; a JSON text that is a mere string is no record either. */
function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'string' ? 'It is no JSON object.' : value
  } catch (error) {
    return `It is no JSON: ${error instanceof Error ? error.message.slice(0, 100) : error}.`
  }
}
