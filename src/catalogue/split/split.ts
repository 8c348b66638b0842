import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { takeLock } from '../../base/lock.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import {
  makeWorkFolder,
  refuseForeignManifest,
  removeOtherBuilds,
  removeWorkFolder,
} from '../build/owned.ts'
import {
  type IndexSummary,
  type Manifest,
  readManifest,
  syncFolder,
  writeManifest,
} from '../format/manifest.ts'
import { PartReader } from '../format/part.ts'
import { openIndex } from '../query/open-index.ts'
import { SHARDS_FILE, writeShardsFile } from '../shards/shards-file.ts'
import { findBounds } from './bounds.ts'
import { cutIndex } from './cut-index.ts'
import { MAX_SHARDS } from './max-shards.ts'

/** The folder in which a shard grows. */
const WORK_FOLDER = '.cutting'
const LOCK_FILE = '.lock'

export interface SplitOptions {
  /** The whole catalogue: it stays as it is. */
  readonly folder: string
  /** Gets a folder a shard, and a file that names them all. */
  readonly out: string
  readonly shards: number
  /** After each shard of each index. */
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

export interface SplitReport {
  readonly file: string
  readonly folders: readonly string[]
}

/**
 * Cuts a catalogue into shards, each a catalogue that can be opened elsewhere; together they answer as the whole does.
 * Until all are written, shards that lie there already stay. Throws UserError where there is no catalogue, where it is
 * a shard itself, or where what is not ours would be replaced.
 */
export async function splitCatalogue(options: SplitOptions): Promise<SplitReport> {
  const { folder, out, shards: count, signal = new AbortController().signal } = options
  if (!Number.isInteger(count) || count < 1 || count > MAX_SHARDS)
    throw new UserError(reason('catalogue.shard-count', { most: MAX_SHARDS }))
  const manifest = readManifest(folder)
  if (manifest.indexes.some(({ shard }) => shard))
    throw new UserError(reason('catalogue.is-shard', { folder }), reason('catalogue.cut-whole'))
  if (manifest.indexes.length === 0)
    throw new UserError(reason('catalogue.nothing-to-cut', { folder }))
  mkdirSync(out, { recursive: true })
  using _lock = takeLock(join(out, LOCK_FILE))
  const folders = Array.from({ length: count }, (_, number) =>
    join(out, `shard-${number + 1}-of-${count}`),
  )
  for (const each of folders) {
    refuseForeignManifest(each)
    makeWorkFolder(join(each, WORK_FOLDER))
  }
  const cut = await cutAll(manifest, folders, { ...options, signal })
  for (const [number, each] of folders.entries())
    await moveOut(each, cut[number] ?? [], manifest, folder)
  for (const [number, each] of folders.entries())
    await writeManifest(each, { indexes: cut[number] ?? [], names: manifest.names })
  const file = join(out, SHARDS_FILE)
  await writeShardsFile(file, folders)
  for (const each of folders) {
    removeWorkFolder(join(each, WORK_FOLDER))
    removeOtherBuilds(each, readManifest(each))
  }
  return { file, folders }
}

/** The indexes of each shard, oldest first; their parts lie in the work folders. */
async function cutAll(
  { indexes }: Manifest,
  folders: readonly string[],
  { folder, onProgress, signal }: SplitOptions & { readonly signal: AbortSignal },
): Promise<readonly (readonly IndexSummary[])[]> {
  const cut = folders.map((): IndexSummary[] => [])
  const count = folders.length
  let done = 0
  for (const summary of indexes) {
    const from = join(folder, summary.build)
    using index = openIndex(from, summary, 0)
    using dictionary = new PartReader(from, 'dictionary', summary.build, summary.bytes.dictionary)
    for (const [number, bounds] of findBounds(index.artists, count).entries()) {
      const work = join(folders[number] ?? '', WORK_FOLDER)
      const whole = { index, dictionary, summary }
      cut[number]?.push(await cutIndex(whole, bounds, { number, count }, work, signal))
      onProgress?.(++done, indexes.length * count)
    }
  }
  return cut
}

/** Gives a shard's parts their place, and the list of names beside them, which every shard has whole. */
async function moveOut(
  folder: string,
  indexes: readonly IndexSummary[],
  { names }: Manifest,
  whole: string,
): Promise<void> {
  const work = join(folder, WORK_FOLDER)
  for (const { build } of indexes) {
    await syncFolder(join(work, build))
    renameSync(join(work, build), join(folder, build))
  }
  if (!names || existsSync(join(folder, names.build))) return
  const copy = join(work, names.build)
  mkdirSync(copy)
  for (const name of readdirSync(join(whole, names.build)))
    copyFileSync(join(whole, names.build, name), join(copy, name))
  await syncFolder(copy)
  renameSync(copy, join(folder, names.build))
}
