import { asRecord, parseJson } from '../../../base/json.ts'
import { reason } from '../../../model/reason.ts'
import { StorageError, UserError } from '../../../words/user-error.ts'
import { type Entry, readEntry, writeEntry } from './entries.ts'

/** What a record says of itself. */
export interface RecordHead {
  readonly kind: 'commit' | 'checkpoint'
  /** Of a checkpoint: that of the last commit in it. */
  readonly number: number
  /** Of a commit: tells it from every other one. */
  readonly id?: string
  /** ISO 8601, UTC. */
  readonly at?: string
  /** The writer that has stored it; none for what any process may say, as a decision. */
  readonly by?: string
  /** From here on the archive is written by `by`, or by nobody. */
  readonly turn?: 'taken' | 'given'
}

export interface BucketRecord {
  readonly head: RecordHead
  readonly entries: readonly Entry[]
}

/** A head, a line for each entry, and an end that says how many there are. */
export function* writeRecord(head: RecordHead, entries: Iterable<Entry>): Generator<string> {
  yield `${JSON.stringify({ songkeep: 1, ...head })}\n`
  let count = 0
  for (const entry of entries) {
    count++
    yield writeEntry(entry)
  }
  yield `${JSON.stringify({ end: count })}\n`
}

/**
 * Reads a record as a whole, believing nothing. StorageError where it was not written to its end, UserError where a later
 * version has written what this one does not understand: it must not write behind that.
 */
export async function readRecord(
  lines: Iterable<string | undefined> | AsyncIterable<string | undefined>,
  key: string,
  place: string,
): Promise<BucketRecord> {
  const entries: Entry[] = []
  let head: RecordHead | undefined
  let hasEnd = false
  for await (const line of lines) {
    if (line === undefined || hasEnd) throw damagedRecord(key, place)
    if (!head) head = readHead(line, key, place)
    else if (line.startsWith('{"end":')) hasEnd = line === JSON.stringify({ end: entries.length })
    else entries.push(readEntry(line) ?? refuse(line, key, place))
  }
  if (!head || !hasEnd) throw damagedRecord(key, place)
  return { head, entries }
}

function readHead(line: string, key: string, place: string): RecordHead {
  const { songkeep, kind, number, id, at, by, turn } = asRecord(parseJson(line))
  if (typeof songkeep === 'number' && songkeep > 1) throw newer(place)
  const isHead =
    songkeep === 1 &&
    (kind === 'commit' || kind === 'checkpoint') &&
    Number.isSafeInteger(number) &&
    [id, at, by].every((each) => each === undefined || typeof each === 'string') &&
    (turn === undefined || turn === 'taken' || turn === 'given')
  if (!isHead) throw damagedRecord(key, place)
  return { kind, number, id, at, by, turn } as RecordHead
}

function refuse(line: string, key: string, place: string): never {
  throw parseJson(line) === undefined ? damagedRecord(key, place) : newer(place)
}

export const damagedRecord = (key: string, place: string) =>
  new StorageError(
    reason('archive.bucket-damaged', { place, key }),
    reason('archive.restore-bucket', { place }),
  )

const newer = (place: string) =>
  new UserError(reason('archive.bucket-newer', { place }), reason('archive.update-songkeep'))
