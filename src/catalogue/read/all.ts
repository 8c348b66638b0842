import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { csv, listenbrainz } from './csv.ts'
import { discogs } from './discogs.ts'
import type { CatalogueInput } from './input.ts'
import { json, jsonl } from './jsonl.ts'
import { openFile } from './lines.ts'
import { parquet } from './parquet.ts'
import type { Reader } from './reader.ts'

/** In order of how narrowly they look. */
const READERS: readonly Reader[] = [parquet, discogs, listenbrainz, jsonl, json, csv]

/** How much of a file's beginning tells its kind. */
const START = 65_536

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

async function statFile(path: string) {
  try {
    const facts = await stat(path)
    if (facts.isFile()) return facts
  } catch (error) {
    throw new UserError(reason('catalogue.no-file', { path }), undefined, { cause: error })
  }
  throw new UserError(reason('catalogue.not-a-file', { path }))
}

async function recognise(path: string, signal: AbortSignal): Promise<Reader> {
  let start = ''
  for await (const chunk of openFile(path, signal).chunks) {
    start += chunk.toString('utf8')
    if (start.length >= START) break
  }
  const name = basename(path)
    .toLowerCase()
    .replace(/\.(?:gz|zst)$/, '')
  const reader = READERS.find((each) => each.recognise(name, start.slice(0, START)))
  if (reader) return reader
  throw new UserError(reason('catalogue.unknown-kind', { path }), reason('catalogue.known-kinds'))
}
