import { reason } from '../../../model/reason.ts'
import type { UploadService } from '../../context.ts'
import { minutesUntil, readAccount, uploadsOf } from './bounds.ts'
import type { LimitTools, Refuse } from './limit-tools.ts'

/** Takes no more bytes in a day than the account may give, whether or not they were of use. */
export function limitUploads(
  uploads: UploadService,
  { account: { id }, database }: LimitTools,
  refuse: Refuse,
): UploadService {
  /** Of uploads that are coming. */
  let coming = 0
  return {
    async receive(name, bytes, signal) {
      const bound = uploadsOf((await readAccount(database, id)).limits)
      const used = await database.activity.sum(id, 'uploads', bound.withinMs)
      let size = 0
      const check = async () => {
        if (used + coming < bound.most) return
        const free = await database.activity.freeAt(id, 'uploads', size + 1, bound)
        await refuse(
          'uploads',
          reason('accounts.uploads-full', { most: bound.most }),
          reason('accounts.again-later', { minutes: minutesUntil(free) }),
        )
      }
      async function* measured() {
        for await (const chunk of bytes) {
          await check()
          size += chunk.length
          coming += chunk.length
          yield chunk
        }
      }
      await check()
      try {
        return await uploads.receive(name, measured(), signal)
      } finally {
        await database.activity.add(id, 'uploads', size)
        coming -= size
      }
    },
  }
}
