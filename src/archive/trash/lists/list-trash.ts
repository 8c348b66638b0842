import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomic } from '../../../base/file.ts'
import { look } from '../../../base/inside.ts'
import type { TrashedLists } from '../../../model/lists/trashed-lists.ts'
import { makeFolder } from '../../files/inside.ts'
import { type ArchivePaths, newTemporary } from '../../files/paths.ts'
import { type ListRecord, readListRecord, writeListRecord } from './list-record.ts'

/** Where lists lie in the trash. */
export interface ListPlace {
  /** Its folder's name. */
  readonly id: string
  /** Absolute. */
  readonly folder: string
  /** The record while they are on their way there, when they lie there, and on their way back. */
  readonly begun: string
  readonly done: string
  readonly leaving: string
}

const trashOf = ({ state }: ArchivePaths) => join(state, 'trash')

export function placeOf(id: string, paths: ArchivePaths): ListPlace {
  const folder = join(trashOf(paths), id)
  return {
    id,
    folder,
    begun: `${folder}.lists`,
    done: join(folder, 'lists.json'),
    leaving: `${folder}.back`,
  }
}

const ID = /^\d{4}-[\w.-]{1,60}$/

/** No id leads out of the trash. */
export const isTrashId = (id: string): boolean => ID.test(id) && !id.includes('..')

/** Writes down what is about to go: a run that is killed after this is continued by the next one. */
export async function writeListIntent(record: ListRecord, paths: ArchivePaths): Promise<ListPlace> {
  await makeFolder(trashOf(paths))
  const stamp = record.at.replaceAll(':', '')
  for (let count = 1; ; count++) {
    const place = placeOf(count === 1 ? stamp : `${stamp}-${count}`, paths)
    const names = [place.folder, place.begun, place.leaving, `${place.folder}.jsonl`]
    if ((await Promise.all(names.map(look))).some(Boolean)) continue
    await writeAtomic(place.begun, writeListRecord(record), newTemporary(paths))
    return place
  }
}

export interface UnfinishedMove {
  readonly place: ListPlace
  readonly record: ListRecord
  readonly way: 'into the trash' | 'back'
}

/** Moves of lists that a run has written down and not finished. */
export async function findUnfinishedMoves(paths: ArchivePaths): Promise<readonly UnfinishedMove[]> {
  const unfinished: UnfinishedMove[] = []
  for (const name of await namesIn(paths)) {
    const [, id = '', ending] = /^(.+)\.(lists|back)$/.exec(name) ?? []
    if (!isTrashId(id)) continue
    const place = placeOf(id, paths)
    const record = await readListRecord(ending === 'lists' ? place.begun : place.leaving)
    if (record)
      unfinished.push({ place, record, way: ending === 'lists' ? 'into the trash' : 'back' })
  }
  return unfinished
}

/** What of lists lies in the trash, the latest first. Writes nothing. */
export async function readTrashedLists(paths: ArchivePaths): Promise<readonly TrashedLists[]> {
  const found: TrashedLists[] = []
  for (const id of (await namesIn(paths)).filter(isTrashId)) {
    const record = await readListRecord(placeOf(id, paths).done)
    if (record) found.push(describeRecord(id, record))
  }
  return found.toSorted((a, b) => (a.at < b.at ? 1 : -1))
}

export const describeRecord = (
  id: string,
  { kind, at, lists, into, files }: ListRecord,
): TrashedLists => ({
  id,
  at,
  kind,
  names: lists.map(({ name }) => name),
  into: into?.name,
  files: files.length,
  bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
})

async function namesIn(paths: ArchivePaths): Promise<readonly string[]> {
  const trash = trashOf(paths)
  return (await look(trash))?.isDirectory() ? (await readdir(trash)).toSorted() : []
}
