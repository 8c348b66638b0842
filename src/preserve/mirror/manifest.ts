import { isSafePath } from '../../archive/naming/clean.ts'
import type { Store } from '../../storage/store.ts'
import { isTrashKey, MANIFESTS, readManifestKey } from './names.ts'
import { readLines } from './read-lines.ts'

/** A file of a copy, as it was put there. */
export interface MirroredFile {
  /** As in the archive. */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** A file in the copy's trash. */
export interface TrashedFile extends MirroredFile {
  readonly key: string
  /** ISO 8601, UTC. */
  readonly at: string
}

/** What a copy says of itself; all of it may be hostile. */
export interface CopyManifest {
  /** By path: what the last run that ended has left there. */
  readonly files: ReadonlyMap<string, MirroredFile>
  /** Digests that a later run, which did not end, was about to put there. */
  readonly begun: ReadonlyMap<string, ReadonlySet<string>>
  /** By key. */
  readonly trash: ReadonlyMap<string, TrashedFile>
  /** Of the latest run. */
  readonly run: number
  /** Of the files that hold it. */
  readonly keys: readonly string[]
  /** Lines that cannot be ours. */
  readonly refused: number
}

/** Reads the manifest of the last run that ended, and the plans of those that have begun since. */
export async function readManifest(store: Store, signal: AbortSignal): Promise<CopyManifest> {
  const found: NonNullable<ReturnType<typeof readManifestKey>>[] = []
  for await (const { key } of store.list(MANIFESTS, signal)) {
    const read = readManifestKey(key)
    if (read) found.push(read)
  }
  found.sort((a, b) => b.run - a.run || Number(b.isWhole) - Number(a.isWhole))
  const reading = new Reading()
  for (const { key, isWhole } of found) {
    const lines = await readOne(store, key, signal)
    if (isWhole && !lines.hasEnd) continue
    if (isWhole) reading.takeWhole(lines)
    else reading.takePlan(lines)
    if (isWhole) break
  }
  return { ...reading, run: found[0]?.run ?? 0, keys: found.map(({ key }) => key) }
}

interface Lines {
  readonly files: readonly (MirroredFile | TrashedFile)[]
  /** It was written to its end. */
  readonly hasEnd: boolean
  readonly refused: number
}

class Reading {
  readonly files = new Map<string, MirroredFile>()
  readonly begun = new Map<string, Set<string>>()
  readonly trash = new Map<string, TrashedFile>()
  refused = 0

  takeWhole({ files, refused }: Lines) {
    this.refused += refused
    for (const file of files) {
      if ('key' in file) this.trash.set(file.key, file)
      else this.files.set(file.path, file)
    }
  }

  takePlan({ files, refused }: Lines) {
    this.refused += refused
    for (const file of files) {
      if ('key' in file) this.trash.set(file.key, file)
      else this.begun.set(file.path, (this.begun.get(file.path) ?? new Set()).add(file.sha256))
    }
  }
}

async function readOne(store: Store, key: string, signal: AbortSignal): Promise<Lines> {
  const files: (MirroredFile | TrashedFile)[] = []
  let refused = 0
  let end: unknown
  for await (const line of readLines(store.get(key, { signal }))) {
    const value = parse(line)
    const file = readFile(value)
    if (file) files.push(file)
    else if (typeof value?.end === 'number') end = value.end
    else refused++
  }
  return { files, hasEnd: end === files.length + refused, refused }
}

function readFile(value: Stored | undefined): MirroredFile | TrashedFile | undefined {
  const { path, bytes, sha256, key, at } = value ?? {}
  const isFile =
    typeof path === 'string' &&
    isSafePath(path) &&
    Number.isSafeInteger(bytes) &&
    Number(bytes) >= 0 &&
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(sha256)
  if (!isFile) return undefined
  const file = { path, bytes: bytes as number, sha256 }
  if (key === undefined) return file
  return typeof key === 'string' && isTrashKey(key) && typeof at === 'string'
    ? { ...file, key, at }
    : undefined
}

/** The lines of a manifest, with an end that says how many there are. */
export function writeManifest(files: readonly (MirroredFile | TrashedFile)[]): Uint8Array {
  const lines = files.map((file) => JSON.stringify(file))
  return Buffer.from(`${[...lines, JSON.stringify({ end: lines.length })].join('\n')}\n`)
}

type Stored = Readonly<Record<string, unknown>>

function parse(line: string): Stored | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Stored) : undefined
  } catch {
    return undefined
  }
}
