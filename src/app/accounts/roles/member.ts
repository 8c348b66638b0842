import type { Settings } from '../../../api/contract.ts'
import { reason } from '../../../model/reason.ts'
import { ForbiddenError } from '../../../words/user-error.ts'
import type { Services, SettingsService } from '../../context.ts'
import { bound } from './bound.ts'
import { deny } from './deny.ts'

/**
 * What is a member's own. Written out member by member, so that the compiler asks for a decision about whatever the
 * context learns to do. Keys and servers are the machine's: a member could otherwise have this server ask any address.
 */
export function memberContext(
  services: Services,
  owner: string,
  machine: Pick<SettingsService, 'read'>,
): Services {
  const { version, mediaHosts, bucketHosts, uploads, archives, lists, jobs } = services
  const { measureTail, listFolder, findUsualFolders, preview, previewAgain, findLists } = services
  return {
    ...{
      version,
      mediaHosts,
      bucketHosts,
      uploads,
      lists,
      measureTail,
      listFolder,
      findUsualFolders,
    },
    ...{ preview, previewAgain, findLists },
    settings: withoutKeys(services.settings, machine),
    spotify: {
      read: async () => ({ isLoggedIn: false }),
      ...{ begin: deny('accounts.not-here'), answer: deny('accounts.not-here') },
      ...{ logOut: deny('accounts.not-here'), playlists: deny('accounts.not-here') },
    },
    archives: {
      ...bound(archives, 'list', 'read', 'history', 'tail', 'copies', 'rename', 'export'),
      ...bound(archives, 'missing', 'missingTable', 'openFile', 'cover', 'listFiles', 'view'),
      ...bound(archives, 'findCopy'),
      openFolder: deny('accounts.not-here'),
    },
    jobs: {
      ...bound(jobs, 'list', 'find', 'pause', 'resume', 'cancel', 'forget'),
      ...bound(jobs, 'entriesAfter', 'watch', 'view'),
      add: (request) => jobs.add(request, owner),
      again: (id) => jobs.again(id, owner),
    },
    examine: deny('accounts.owner-only'),
    askServices: deny('accounts.owner-only'),
    [Symbol.asyncDispose]: async () => {},
  }
}

/** Who has settled on no catalogue uses those of the machine. */
const withoutKeys = (
  settings: SettingsService,
  machine: Pick<SettingsService, 'read'>,
): SettingsService => ({
  async read() {
    const own = (await settings.read()).settings
    if (own.catalogues.length > 0) return { settings: own, keys: [] }
    const { catalogues } = (await machine.read()).settings
    return { settings: { ...own, catalogues }, keys: [] }
  },
  async write(wanted: Settings, keys) {
    if (Object.keys(keys).length > 0) throw new ForbiddenError(reason('accounts.owner-only'))
    return { settings: (await settings.write(wanted, {})).settings, keys: [] }
  },
})
