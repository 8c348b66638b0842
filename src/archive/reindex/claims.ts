import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { look } from '../../base/inside.ts'
import { asList, asRecord, asText, parseJson } from '../../base/json.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import { type ArchivePaths, MAX_TEXT_BYTES } from '../files/paths.ts'
import { readPlaylistFolders } from '../files/reports.ts'
import { INVENTORY } from '../inventory/inventory.ts'
import { MAX_LINE_BYTES, readInventoryLine } from '../inventory/inventory-line.ts'
import {
  type ManifestDigest,
  type ManifestLine,
  manifests,
  readManifestLine,
} from '../inventory/manifest.ts'
import { readInventoryLines } from '../inventory/read-lines.ts'
import { readLines } from '../journal/lines.ts'

/** Where a line is known from, when the inventory has it no more: the surest first. */
export const claimSources = ['spare', 'trash', 'report', 'manifest'] as const
export type ClaimSource = (typeof claimSources)[number]

/** What some record says that a file is. Nothing of it is believed but by the file's digest. */
export interface Claim {
  readonly by: ClaimSource
  readonly file: ArchivedFile
}

/** The lines laid aside at the last checkpoint, those of what was pruned, and those in reports, the latest first. */
export async function* readClaims(paths: ArchivePaths): AsyncGenerator<Claim> {
  for await (const file of readInventoryLines(join(paths.state, INVENTORY), paths.signal))
    yield { by: 'spare', file }
  for (const path of await listTrash(paths))
    for await (const file of readInventoryLines(path, paths.signal)) yield { by: 'trash', file }
  const reports = await Array.fromAsync(readReports(paths))
  for (const { files } of reports.toSorted((a, b) => (a.at < b.at ? 1 : -1)))
    for (const file of files) yield { by: 'report', file }
}

async function listTrash({ state }: ArchivePaths): Promise<readonly string[]> {
  const trash = join(state, 'trash')
  if (!(await look(trash))?.isDirectory()) return []
  const entries = await readdir(trash, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(trash, name, INVENTORY))
    .toSorted()
    .toReversed()
}

/** The kept files of each `report.json`, as `report/json/report.ts` writes it. */
async function* readReports({ root, signal }: ArchivePaths) {
  for await (const { report } of readPlaylistFolders(root)) {
    signal?.throwIfAborted()
    if (report === undefined) continue
    const { schema, finishedAt, outcomes } = asRecord(parseJson(report))
    if (!asText(schema).startsWith('songkeep-report/')) continue
    const files = asList(outcomes).flatMap((outcome) => {
      const read = readInventoryLine(JSON.stringify(asRecord(outcome).kept ?? null))
      return read.kind === 'file' ? [read.file] : []
    })
    yield { at: asText(finishedAt), files }
  }
}

export interface ManifestClaim extends ManifestLine {
  readonly digest: ManifestDigest
}

/** What the manifests name, by path: the line of the first, or that of the second where the first has none. */
export async function readManifests({
  root,
  signal,
}: ArchivePaths): Promise<ReadonlyMap<string, ManifestClaim>> {
  const claims = new Map<string, ManifestClaim>()
  for (const digest of ['sha256', 'sha512'] as const) {
    const path = join(root, manifests[digest].name)
    const found = await look(path)
    if (!found?.isFile() || found.size > MAX_TEXT_BYTES) continue
    for await (const { text } of readLines(path, MAX_LINE_BYTES, signal)) {
      const line = text === undefined ? undefined : readManifestLine(text, digest)
      if (line && !claims.has(line.path)) claims.set(line.path, { ...line, digest })
    }
  }
  return claims
}
