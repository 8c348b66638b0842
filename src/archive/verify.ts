import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArchivedFile } from '../model/archived-file.ts'
import type { Reason } from '../model/reason.ts'
import { DECISIONS } from './decisions/decisions.ts'
import { isWhole, locate, look } from './files/inside.ts'
import { INVENTORY } from './inventory/inventory.ts'
import { MANIFEST, MANIFEST_SHA512 } from './inventory/manifest.ts'
import { LISTS } from './lists/lists.ts'
import { findReadme, README } from './readme/readme.ts'

export type FixityFinding =
  /** The archive's own records are not as they were left. */
  | { readonly kind: 'records'; readonly path: string; readonly reason: Reason }
  /** Of an archived file nothing is there. */
  | { readonly kind: 'missing'; readonly path: string; readonly kept: ArchivedFile }
  /** Something else is there, or it cannot be read. */
  | { readonly kind: 'damaged'; readonly path: string; readonly kept: ArchivedFile }
  /** As it was kept, but readers will not find all that is in it. */
  | {
      readonly kind: 'broken'
      readonly path: string
      readonly kept: ArchivedFile
      readonly reason: Reason
    }
  /** Neither in the inventory nor one of the archive's own texts. */
  | { readonly kind: 'unknown'; readonly path: string }

/** What is wrong with a file that is as it was kept; nothing where it is as it should be. */
export type CheckFile = (path: string, kept: ArchivedFile) => Promise<Reason | undefined>

const OWN_TEXTS = new Set(['playlist.m3u8', 'report.html', 'report.json', 'history.jsonl'])
const OWN_ROOT = new Set([INVENTORY, LISTS, DECISIONS, MANIFEST, MANIFEST_SHA512, '.songkeep'])

/** Reads every archived file anew, and looks at every other name; follows no link. */
export async function* verifyFiles(
  root: string,
  all: readonly ArchivedFile[],
  check: CheckFile,
  signal?: AbortSignal,
): AsyncGenerator<FixityFinding> {
  for (const kept of all) {
    const path = await locate(root, kept.path).catch(() => undefined)
    if (!path || !(await look(path))) yield { kind: 'missing', path: kept.path, kept }
    else if (!(await isWhole(path, kept, signal))) yield { kind: 'damaged', path: kept.path, kept }
    else {
      const reason = await check(path, kept)
      if (reason) yield { kind: 'broken', path: kept.path, kept, reason }
    }
  }
  const known = new Set(all.map(({ path }) => path))
  for await (const path of walk(root, '')) {
    signal?.throwIfAborted()
    const isOwn = path === README && (await findReadme({ root })) === 'ours'
    if (!known.has(path) && !isOwn) yield { kind: 'unknown', path }
  }
}

async function* walk(root: string, folder: string): AsyncGenerator<string> {
  const entries = await readdir(join(root, folder), { withFileTypes: true })
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (folder === '' ? OWN_ROOT.has(entry.name) : OWN_TEXTS.has(entry.name)) continue
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) yield* walk(root, path)
    else yield path
  }
}
