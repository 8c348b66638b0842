import { type Reason, reason } from '../../model/reason.ts'
import type { Recording } from '../../model/recording.ts'
import { openFile, readLines } from './lines.ts'
import { isMusicBrainz, readMusicBrainz } from './musicbrainz.ts'
import { parseJson } from './parse-json.ts'
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
        if (line === '') continue
        const parsed = parseJson(line)
        if ('fault' in parsed) batch.add(row, parsed.fault)
        else addValue(parsed.value, file, row, batch)
      }
      yield batch.take(open.bytesRead)
    }
  },
}

/** A whole file of JSON: a list of objects, or one object. */
const MAX_JSON_BYTES = 256 * 2 ** 20

export const json: Reader = {
  format: 'json',
  recognise: (name, start) => name.endsWith('.json') || /^\s*[[{]/.test(start),
  async *read(file, signal) {
    const open = openFile(file.path, signal)
    const chunks: Buffer[] = []
    let bytes = 0
    for await (const chunk of open.chunks) {
      bytes += chunk.length
      if (bytes <= MAX_JSON_BYTES) chunks.push(Buffer.from(chunk))
    }
    const batch = new Batch()
    if (bytes > MAX_JSON_BYTES) batch.add(1, reason('catalogue.json-too-large'))
    else addAll(Buffer.concat(chunks).toString(), file, batch)
    yield batch.take(open.bytesRead)
  },
}

function addAll(text: string, file: ReadFile, batch: Batch): void {
  const parsed = parseJson(text.replace(/^\ufeff/, ''))
  if ('fault' in parsed) {
    batch.add(1, parsed.fault)
    return
  }
  const { value } = parsed
  for (const [index, each] of (Array.isArray(value) ? value : [value]).entries())
    addValue(each, file, index + 1, batch)
}

function addValue(value: unknown, file: ReadFile, row: number, batch: Batch): void {
  for (const made of readValue(value, file, row)) batch.add(row, made)
}

function readValue(value: unknown, file: ReadFile, row: number): readonly (Recording | Reason)[] {
  if (!isFields(value)) return [reason('catalogue.row-no-object')]
  if (isMusicBrainz(value)) return readMusicBrainz(value, row)
  return [makeRecording(value, file.source, row)]
}

const isFields = (value: unknown): value is RecordingFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
