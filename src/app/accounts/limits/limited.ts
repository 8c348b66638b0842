import { reason } from '../../../model/reason.ts'
import { LimitError } from '../../../words/user-error.ts'
import type { View } from '../../backups/row-view.ts'
import type { Services } from '../../context.ts'
import { minutesUntil, readAccount, tracksOf } from './bounds.ts'
import type { LimitTools, Refuse } from './limit-tools.ts'
import { OrderLimits } from './orders.ts'
import { limitUploads } from './uploads.ts'

/** The same context, of which an account gets no more than its limits allow. */
export function limited(context: Services, tools: LimitTools): Services {
  const { account, slowed } = tools
  const refuse: Refuse = async (by, why, advice) => {
    await slowed.tell(account, by, 'job.refused', why)
    throw new LimitError(why, advice)
  }
  const orders = new OrderLimits(tools, refuse)
  const { jobs, archives } = context
  const limitView = (view: View): View => ({
    ...view,
    async search(...asked) {
      await takeTrack(tools, refuse)
      return await view.search(...asked)
    },
  })
  return {
    ...context,
    uploads: limitUploads(context.uploads, tools, refuse),
    jobs: {
      ...jobs,
      add: (request, owner) => orders.order(request, () => jobs.add(request, owner)),
      again: (id, owner) => orders.again(id, () => jobs.again(id, owner)),
      resume: (id) => orders.resume(id, () => jobs.resume(id)),
      view: async (id) => limitView(await jobs.view(id)),
    },
    archives: {
      ...archives,
      view: async (id, folder) => limitView(await archives.view(id, folder)),
    },
    async preview(inputs, options, signal) {
      const links = inputs.filter(({ kind }) => kind === 'link').length
      if (links > 0) await orders.read(links)
      return await context.preview(inputs, options, signal)
    },
  }
}

/** What is looked for by hand is a track that is looked for. */
async function takeTrack({ account: { id }, database }: LimitTools, refuse: Refuse): Promise<void> {
  const bound = tracksOf((await readAccount(database, id)).limits)
  if (await database.activity.take(id, 'tracks', 1, bound)) return
  const minutes = minutesUntil(await database.activity.freeAt(id, 'tracks', 1, bound))
  await refuse(
    'tracks',
    reason('accounts.tracks-full', { most: bound.most }),
    reason('accounts.again-later', { minutes }),
  )
}
