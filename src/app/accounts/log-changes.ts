import type { AccountDatabase } from '../../accounts/database.ts'
import type { Account, AuditAction } from '../../model/accounts/account.ts'
import type { Services } from '../context.ts'
import { bound } from './roles/bound.ts'

/** The same context, with what it changes written down in the audit log once it is done. */
export function logChanges(
  context: Services,
  { name }: Account,
  { audit }: AccountDatabase,
): Services {
  const log = async (what: AuditAction, thing: string) =>
    await audit.add({ who: name, what, thing })
  const after =
    <Args extends readonly unknown[], Result>(
      what: AuditAction,
      act: (...args: Args) => Promise<Result>,
      thing: (result: Result, ...args: Args) => string = (_, ...args) => String(args[0]),
    ) =>
    async (...args: Args): Promise<Result> => {
      const result = await act(...args)
      await log(what, thing(result, ...args))
      return result
    }
  const { jobs, lists, archives, settings } = context
  return {
    ...context,
    jobs: {
      ...bound(jobs, 'list', 'find', 'entriesAfter', 'watch', 'view'),
      add: after('job.added', jobs.add.bind(jobs), ({ id }) => id),
      again: after('job.added', jobs.again.bind(jobs), ({ id }) => id),
      pause: after('job.paused', jobs.pause.bind(jobs)),
      resume: after('job.resumed', jobs.resume.bind(jobs)),
      cancel: after('job.cancelled', jobs.cancel.bind(jobs)),
      forget: after('job.forgotten', jobs.forget.bind(jobs)),
    },
    lists: {
      ...bound(lists, 'planRemoval', 'trashed'),
      remove: after('archive.trashed', lists.remove.bind(lists)),
      merge: after('archive.merged', lists.merge.bind(lists)),
      restore: after('archive.restored', lists.restore.bind(lists)),
      forget: after('archive.forgotten', lists.forget.bind(lists)),
      show: after('archive.shown', lists.show.bind(lists)),
    },
    archives: {
      ...bound(archives, 'list', 'read', 'history', 'tail', 'copies', 'export', 'openFolder'),
      ...bound(archives, 'missing', 'missingTable', 'openFile', 'cover', 'listFiles', 'view'),
      ...bound(archives, 'findCopy'),
      rename: after('archive.renamed', archives.rename.bind(archives)),
    },
    settings: {
      read: () => settings.read(),
      async write(...wanted) {
        const now = await settings.write(...wanted)
        await log('settings.written', '')
        return now
      },
    },
  }
}
