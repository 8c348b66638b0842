import { join } from 'node:path'
import { syncFolder, writeAtomic } from '../../../base/file.ts'
import { hashFile } from '../../../base/hash.ts'
import { look } from '../../../base/inside.ts'
import type { ArchivedFile } from '../../../model/archived-file.ts'
import type { KeptList } from '../../../model/lists/kept-list.ts'
import type { BroughtBack, TrashedLists } from '../../../model/lists/trashed-lists.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import { locate } from '../../files/inside.ts'
import { OWN_TEXTS } from '../../files/own-names.ts'
import { newTemporary } from '../../files/paths.ts'
import { carryBack, writeReturnIntent } from './bring-lists-back.ts'
import { COVERS, type ListRecord, readListRecord, type WrittenText } from './list-record.ts'
import { describeRecord, isTrashId, placeOf, writeListIntent } from './list-trash.ts'
import { type ChangedParts, carryAway } from './set-lists-aside.ts'

/** What is to become of some lists; lists by their ids. */
export type ListChange =
  | {
      readonly kind: 'removed'
      readonly lists: readonly string[]
      /** That no other list needs. */
      readonly files: readonly ArchivedFile[]
    }
  | {
      readonly kind: 'merged'
      readonly lists: readonly string[]
      readonly into: string
      /** The joined list's own texts, by name. */
      readonly texts: ReadonlyMap<string, string>
    }

/** Moves lists to the trash. Once it is written down, a killed run's work is finished by the next opening. */
export async function setListsAside(
  change: ListChange,
  parts: ChangedParts,
): Promise<TrashedLists> {
  const { lists, paths } = parts
  await lists.save()
  const gone = change.lists.map((id) => requireList(id, parts))
  const into = change.kind === 'merged' ? requireList(change.into, parts) : undefined
  const files = change.kind === 'removed' ? change.files : []
  const news = change.kind === 'merged' ? change.texts : new Map<string, string>()
  const written: WrittenText[] = []
  for (const [name, text] of news) {
    const temporary = newTemporary(paths)
    await writeAtomic(temporary, text)
    const path = `${into?.folder}/${name}`
    written.push({
      path,
      temporary: temporary.slice(paths.work.length + 1),
      ...(await hashFile(temporary)),
    })
  }
  if (written.length > 0) await syncFolder(paths.work)
  const texts = [
    ...(await Promise.all(gone.map(({ folder }) => findTexts(folder, files, parts)))).flat(),
    ...(await findExisting(
      written.map(({ path }) => path),
      parts,
    )),
  ]
  const at = new Date().toISOString()
  const record: ListRecord = { kind: change.kind, at, lists: gone, into, files, texts, written }
  const place = await writeListIntent(record, paths)
  await carryAway(place, record, parts)
  return describeRecord(place.id, record)
}

/** Has lists back from the trash. */
export async function bringListsBack(id: string, parts: ChangedParts): Promise<BroughtBack> {
  const place = placeOf(id, parts.paths)
  const record = isTrashId(id) ? await readListRecord(place.done) : undefined
  if (!record) throw new UserError(reason('archive.not-in-trash'), reason('archive.list-trash'))
  await writeReturnIntent(place)
  return await carryBack(place, record, parts)
}

function requireList(id: string, { lists }: ChangedParts): KeptList {
  const list = lists.all().find((each) => each.id === id)
  if (!list) throw new UserError(reason('archive.no-report'))
  return list
}

/** A list's own texts, and the cover of a folder that no kept file stays in. */
async function findTexts(
  folder: string,
  files: readonly ArchivedFile[],
  parts: ChangedParts,
): Promise<readonly string[]> {
  const going = new Set(files.map(({ path }) => path))
  const stays = parts.inventory.inFolder(folder).some(({ path }) => !going.has(path))
  const names = [...OWN_TEXTS, ...(stays ? [] : COVERS)]
  return await findExisting(
    names.map((name) => `${folder}/${name}`),
    parts,
  )
}

async function findExisting(
  candidates: readonly string[],
  { paths }: ChangedParts,
): Promise<readonly string[]> {
  const found: string[] = []
  for (const path of candidates) {
    const place = await locate(paths.root, path)
    if (place !== undefined && (await look(join(paths.root, path)))?.isFile()) found.push(path)
  }
  return found
}
