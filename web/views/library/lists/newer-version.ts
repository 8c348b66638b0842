import type {
  ArchivedPlaylist,
  IncomingList,
  Job,
  Preview,
  Settings,
} from '../../../../src/api/contract.ts'
import { get, send } from '../../../api/client.ts'
import { putJobs } from '../../../api/jobs.ts'
import { upload } from '../../../api/upload.ts'
import { keptLike } from '../../../parts/jobs/kept-like.ts'
import { goTo, linkTo } from '../../../route.ts'
import { addFiles, removeAll } from '../../start/inputs/inputs.ts'
import { keyOf } from '../../start/lists/answers.ts'
import { changeDraft } from '../../start/plan/draft.ts'
import { requestOf } from '../../start/plan/request.ts'

/** From this share of entries on nobody has to look first: what is dropped is the list it was dropped on. */
const MIN_SHARE = 0.5

/**
 * Backs a file up as the newer version of a list. It begins at once where the file holds one playlist that is plainly
 * that list; otherwise the reader sees first what was understood, with the answer given already.
 */
export async function takeNewerVersion(
  file: File,
  playlist: Pick<ArchivedPlaylist, 'id' | 'name' | 'asked'>,
  dir: string,
): Promise<void> {
  const { settings } = await get<{ settings: Settings }>('settings')
  const plan = {
    settings: keptLike(settings, playlist.asked, dir),
    order: 'playlist',
    once: {},
  } as const
  const { signal } = new AbortController()
  const { id, name } = await upload(file, file.name, () => {}, signal)
  const preview = await send<Preview>('POST', 'preview', { inputs: [{ kind: 'upload', id, name }] })
  const query = new URLSearchParams({ staged: preview.staged, into: dir })
  const { lists } = await get<{ lists: readonly IncomingList[] }>(`lists?${query}`)
  const [only] = lists
  if (lists.length === 1 && only && isPlainly(only, playlist)) {
    const answers =
      only.candidates.length > 0
        ? [{ playlist: only.playlist, place: only.place, list: playlist.id }]
        : undefined
    const order = requestOf(plan, preview.inputs, undefined, false, answers)
    const job = await send<Job>('POST', 'jobs', order)
    putJobs([job])
    goTo(linkTo({ kind: 'job', job: job.id }))
    return
  }
  removeAll()
  const said = lists.map((each) => [keyOf(each), { list: playlist.id }] as const)
  changeDraft({ plan, answers: new Map(lists.length === 1 ? said : []) })
  addFiles([{ name: file.name, file }])
  goTo(linkTo({ kind: 'start' }))
}

function isPlainly(
  { isKnown, name, candidates }: IncomingList,
  playlist: Pick<ArchivedPlaylist, 'id' | 'name'>,
): boolean {
  if (isKnown) return name === playlist.name
  const own = candidates.find(({ id }) => id === playlist.id)
  return own !== undefined && own.same >= own.of * MIN_SHARE
}
