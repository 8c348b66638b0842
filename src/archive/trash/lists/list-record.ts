import { readFile } from 'node:fs/promises'
import { posix } from 'node:path'
import { look } from '../../../base/inside.ts'
import { asList, asRecord, asText } from '../../../base/json.ts'
import type { ArchivedFile } from '../../../model/archived-file.ts'
import type { KeptList } from '../../../model/lists/kept-list.ts'
import { OWN_TEXTS } from '../../files/own-names.ts'
import { MAX_TEXT_BYTES } from '../../files/paths.ts'
import { readInventoryLine, writeInventoryLine } from '../../inventory/inventory-line.ts'
import {
  check,
  count,
  flag,
  list,
  oneOf,
  optional,
  record,
  text,
  texts,
} from '../../journal/checks.ts'
import { isSafePath } from '../../naming/clean.ts'

/** A text that a merge writes: where it goes, its content, and its unfinished file in the work folder. */
export interface WrittenText {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  readonly temporary: string
}

/** What goes to the trash with some lists, and what takes its place: enough to go on from a kill, and to undo it. */
export interface ListRecord {
  readonly kind: 'removed' | 'merged'
  /** ISO 8601, UTC. */
  readonly at: string
  readonly lists: readonly KeptList[]
  /** The list that they are joined with, as it was before. */
  readonly into?: KeptList
  readonly files: readonly ArchivedFile[]
  /** Paths, relative to the archive. */
  readonly texts: readonly string[]
  readonly written: readonly WrittenText[]
}

export const writeListRecord = ({ files, ...rest }: ListRecord): string =>
  `${JSON.stringify({ ...rest, files: files.map(writeInventoryLine) })}\n`

/** Believes nothing; undefined for what is no such record. */
export async function readListRecord(path: string): Promise<ListRecord | undefined> {
  const found = await look(path)
  if (!found?.isFile() || found.size > MAX_TEXT_BYTES) return undefined
  let value: unknown
  try {
    value = JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return undefined
  }
  if (fields(value, 'record')) return undefined
  const files = asList(asRecord(value).files).flatMap((line) => {
    const read = readInventoryLine(asText(line))
    return read.kind === 'file' ? [read.file] : []
  })
  return { ...(value as ListRecord), files }
}

/** Pictures that Songkeep lays beside kept files. */
export const COVERS: readonly string[] = ['cover.jpg', 'cover.png']

const isOwnText = (path: unknown) =>
  typeof path === 'string' &&
  isSafePath(path) &&
  path.includes('/') &&
  (OWN_TEXTS.has(posix.basename(path)) || COVERS.includes(posix.basename(path)))

const ownText = check(isOwnText)
const folder = check((value) => typeof value === 'string' && isSafePath(value))
const temporary = check((value) => typeof value === 'string' && /^[\w-]{1,64}$/.test(value))
const sha256 = check((value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value))

const keptList = record({
  id: text,
  name: text,
  named: optional(flag),
  folder,
  uris: texts,
  formerNames: texts,
})

const fields = record({
  kind: oneOf('removed', 'merged'),
  at: text,
  lists: list(keptList),
  into: optional(keptList),
  files: texts,
  texts: list(ownText),
  written: list(record({ path: ownText, sha256, bytes: count, temporary })),
})
