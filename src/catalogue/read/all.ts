import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { csv, listenbrainz } from './csv.ts'
import { discogs } from './discogs.ts'
import { readStart, statFile } from './files.ts'
import type { CatalogueInput } from './input.ts'
import { json, jsonl } from './jsonl.ts'
import { parquet } from './parquet.ts'
import type { Reader } from './reader.ts'

/** In order of how narrowly they look. */
const READERS: readonly Reader[] = [parquet, discogs, listenbrainz, jsonl, json, csv]

/** A file as an input of a build: its kind recognised by name and content. Throws UserError. */
export async function openInput(path: string, signal: AbortSignal): Promise<CatalogueInput> {
  const name = basename(path)
  const facts = path === '-' ? undefined : await statFile(path)
  // Standard input can be read once only: it is taken to be lines of JSON, as `match` and `compare` take it.
  const reader = path === '-' ? jsonl : await recognise(path, signal)
  const source = name.replace(/(?:\.(?:gz|zst|jsonl|ndjson|json|csv|tsv|parquet|xml))+$/i, '')
  return {
    name,
    format: reader.format,
    licence: reader.licence,
    // What came in by standard input once does not come again.
    stamp: JSON.stringify([path, facts?.size ?? randomUUID(), facts?.mtimeMs, reader.format]),
    bytes: facts?.size,
    read: (stop) => reader.read({ path, source: path === '-' ? 'standard-input' : source }, stop),
  }
}

async function recognise(path: string, signal: AbortSignal): Promise<Reader> {
  const start = (await readStart(path, signal)).toString('utf8')
  const name = basename(path)
    .toLowerCase()
    .replace(/\.(?:gz|zst)$/, '')
  const reader = READERS.find((each) => each.recognise(name, start))
  if (reader) return reader
  throw new UserError(reason('catalogue.unknown-kind', { path }), reason('catalogue.known-kinds'))
}
