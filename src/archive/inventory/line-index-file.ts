import { createHash } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { look } from '../../base/inside.ts'
import { asRecord } from '../../base/json.ts'
import { type ArchivePaths, MAX_TEXT_BYTES, newTemporary } from '../files/paths.ts'
import { count, oneOf, record, text, texts } from '../journal/checks.ts'
import type { Checkpoint } from './checkpoint.ts'
import { LineIndex } from './line-index.ts'
import type { ManifestDigest } from './manifest.ts'
import type { ManifestSizes } from './manifest-files.ts'

/** In `.songkeep/`. It may be thrown away: then every line of the inventory is read once more. */
const LINE_INDEX = 'inventory.index'

/** Another one wherever the numbers mean something else, or lines are checked in another way. */
const FORMAT = 'songkeep-index/1'

/** An index of the inventory as it is, and what else is known of it without reading its lines. */
interface SettledIndex {
  readonly index: LineIndex
  readonly manifests: ManifestSizes
  /** How many lines stand out of their order, or count for nothing. */
  readonly loose: number
}

const header = record({
  format: oneOf(FORMAT),
  /** The inventory that it was made for. */
  bytes: count,
  sha256: text,
  /** SHA-256 of all numbers that follow, each of 32 bits in the machine's own order: elsewhere they do not fit. */
  numbers: text,
  manifests: record({ sha256: count, sha512: count }),
  loose: count,
  folders: texts,
})

interface Head {
  readonly manifests: Readonly<Record<ManifestDigest, number>>
  readonly loose: number
  readonly folders: readonly string[]
}

/** A cache alone: nothing waits for the disk, and no error counts. */
export async function writeLineIndex(
  { index, manifests, loose }: SettledIndex,
  { bytes, sha256 }: Checkpoint,
  paths: ArchivePaths,
): Promise<void> {
  if (index.bytes !== bytes) return
  const numbers = new Uint8Array(index.numbers().buffer)
  const head = {
    format: FORMAT,
    bytes,
    sha256,
    numbers: digestOf(numbers),
    manifests: Object.fromEntries(manifests),
    loose,
    folders: [...index.folders],
  }
  const temporary = newTemporary(paths)
  try {
    const bytes = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), numbers])
    await writeFile(temporary, bytes, { flag: 'wx' })
    await rename(temporary, join(paths.state, LINE_INDEX))
  } catch {}
}

/** Undefined where there is none that was made for this inventory and is whole. */
export async function readLineIndex(
  { bytes, sha256 }: Checkpoint,
  { state, signal }: ArchivePaths,
): Promise<SettledIndex | undefined> {
  const path = join(state, LINE_INDEX)
  const found = await look(path).catch(() => undefined)
  if (!found?.isFile() || found.size > MAX_TEXT_BYTES) return undefined
  try {
    const file = await readFile(path, { signal })
    const end = file.indexOf('\n')
    const head = asRecord(JSON.parse(file.toString('utf8', 0, end)))
    const numbers = file.subarray(end + 1)
    const isOfIt = head.bytes === bytes && head.sha256 === sha256
    if (header(head, 'index') || !isOfIt || head.numbers !== digestOf(numbers)) return undefined
    const { folders, loose, manifests } = head as unknown as Head
    // A copy begins where numbers of 32 bits may.
    const index = new LineIndex(new Uint32Array(new Uint8Array(numbers).buffer), folders)
    const sizes = new Map([
      ['sha256', manifests.sha256],
      ['sha512', manifests.sha512],
    ] as const)
    return index.bytes === bytes ? { index, manifests: sizes, loose } : undefined
  } catch {
    signal?.throwIfAborted()
    return undefined
  }
}

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
