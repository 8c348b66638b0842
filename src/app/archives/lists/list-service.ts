import type { BroughtBack, MergedLists, RemovalPlan, TrashedLists } from '../../../api/contract.ts'
import { notInBucket } from '../../../archive/bucket/own-mark.ts'
import { lookAtLists } from '../../../archive/look-at-lists.ts'
import { reason } from '../../../model/reason.ts'
import type { Language } from '../../../words/language.ts'
import { wordsIn } from '../../../words/languages.ts'
import { UserError } from '../../../words/user-error.ts'
import type { Environment } from '../../environment.ts'
import { findKnownArchive, setForgotten } from '../known-archives.ts'
import type { ListService } from '../service.ts'
import { mergeLists } from './merge-lists.ts'
import { planRemoval, removeLists } from './remove-lists.ts'
import { listTrashed, restoreLists } from './restore-lists.ts'

/** What is done with the lists of the archives that this machine knows of. */
export function openListService(environment: Environment): ListService {
  const find = async (id: string) => {
    const { dir, bucket } = await findKnownArchive(environment, id)
    if (bucket !== undefined) throw notInBucket()
    return dir
  }
  return {
    async planRemoval(id, folders): Promise<RemovalPlan> {
      const dir = await find(id)
      const { names, unread, ...counts } = await planRemoval(dir, await idsOf(dir, folders))
      return { ...counts, names: [...names], unread: [...unread] }
    },
    async remove(id, folders): Promise<TrashedLists> {
      const dir = await find(id)
      return copy(await removeLists(dir, await idsOf(dir, folders)))
    },
    async merge(id, from, into, language?: Language): Promise<MergedLists> {
      const dir = await find(id)
      const [one = '', other = ''] = await idsOf(dir, [from, into])
      return copy(await mergeLists(dir, one, other, wordsIn(language)))
    },
    async trashed(id): Promise<readonly TrashedLists[]> {
      const { dir, bucket } = await findKnownArchive(environment, id)
      return bucket === undefined ? (await listTrashed(dir)).map(copy) : []
    },
    async restore(id, trashed): Promise<BroughtBack> {
      const back = await restoreLists(await find(id), trashed)
      return { ...back, names: [...back.names], left: [...back.left] }
    },
    forget: (id) => setForgotten(environment, id, true),
    show: (id) => setForgotten(environment, id, false),
  }
}

const copy = <Told extends { readonly names: readonly string[] }>(told: Told) => ({
  ...told,
  names: [...told.names],
})

/** A list that has lost its report has an id too. UserError where a folder is no list's. */
async function idsOf(dir: string, folders: readonly string[]): Promise<readonly string[]> {
  const byFolder = new Map((await lookAtLists(dir)).lists().map((list) => [list.folder, list.id]))
  return folders.map((folder) => {
    const id = byFolder.get(folder)
    if (id === undefined) throw new UserError(reason('archive.no-report'))
    return id
  })
}
