import { readFile } from 'node:fs/promises'
import { basename, join, posix } from 'node:path'
import { openArchive } from '../../archive/archive.ts'
import { DECISIONS } from '../../archive/decisions/decisions.ts'
import { LISTS } from '../../archive/lists/lists.ts'
import { mediaTypeOf } from '../../base/media-types.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import type { PackageContents, PackageFile } from '../../packages/package-contents.ts'
import { judgeSharing } from '../../rights/sharing.ts'
import { kindOfOwn, type OwnFolders } from './own-files.ts'
import { type FoundFile, walkFiles } from './walk-files.ts'

/**
 * Lists what an archive is made of, by names and sizes alone. Opens it for reading: nothing is written, and no lock is
 * taken. Links and what lies under `.songkeep` are no part of it.
 */
export async function readContents(dir: string, signal?: AbortSignal): Promise<PackageContents> {
  await using archive = await openArchive(dir, { readOnly: true, signal })
  const root = archive.dir
  const kept = new Map(archive.list().map((file) => [file.path, file]))
  const lists = archive.lists()
  const folders = {
    lists: new Set(lists.map(({ folder }) => folder)),
    kept: new Set([...kept.keys()].map((path) => posix.dirname(path))),
  }
  const at = await latestTime(root, [...kept.values()])
  const mayShare = (file: ArchivedFile) =>
    judgeSharing(file, { today: at.slice(0, 10) }).kind === 'share'
  const files: PackageFile[] = []
  const foreign: string[] = []
  for await (const found of walkFiles(root, signal)) {
    const file = classify(found, root, kept, folders, mayShare)
    if (file) files.push(file)
    else foreign.push(found.path)
  }
  const there = new Set(files.map(({ path }) => path))
  const missing = [...kept.values()].filter(({ path }) => !there.has(path))
  return { root, name: basename(root), at, files, lists, foreign, missing }
}

function classify(
  { path, bytes, isPlain }: FoundFile,
  root: string,
  kept: ReadonlyMap<string, ArchivedFile>,
  folders: OwnFolders,
  mayShare: (file: ArchivedFile) => boolean,
): PackageFile | undefined {
  if (!isPlain) return undefined
  const start = { path, place: join(root, path), bytes, mediaType: mediaTypeOf(path) }
  const line = kept.get(path)
  if (line) return { ...start, kind: 'recording', kept: line, mayShare: mayShare(line) }
  const kind = kindOfOwn(path, folders)
  return kind && { ...start, kind }
}

/** Records that grow by a line for each change. What is larger tells its last times at its end. */
const MAX_READ = 2 ** 28

const TIME = /"(?:at|decidedAt)":"(\d{4}-\d\d-\d\dT[\d:.]+Z)"/g

async function latestTime(root: string, kept: readonly ArchivedFile[]): Promise<string> {
  let latest = '1970-01-01T00:00:00.000Z'
  const note = (at: string | undefined) => {
    if (at !== undefined && at > latest && !Number.isNaN(Date.parse(at))) latest = at
  }
  for (const { keptAt, doubt } of kept) {
    note(keptAt)
    note(doubt?.at)
  }
  for (const name of [LISTS, DECISIONS]) {
    const text = await readFile(join(root, name), 'utf8').catch(() => '')
    for (const [, at] of text.slice(-MAX_READ).matchAll(TIME)) note(at)
  }
  return latest
}
