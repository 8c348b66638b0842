import { Settings } from '../../../api/settings.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import type { ArchiveService } from '../../archives/service.ts'
import type { View } from '../../backups/row-view.ts'
import type { Services } from '../../context.ts'
import { deny } from './deny.ts'

const no = deny('accounts.guest-only-looks')

/** Looking at shared archives and listening to them; everything else is refused. Written out, as a member's is. */
export function guestContext({ version, mediaHosts, bucketHosts, archives }: Services): Services {
  return {
    ...{ version, mediaHosts, bucketHosts },
    archives: readOnly(archives),
    lists: {
      ...{ planRemoval: no, remove: no, merge: no, trashed: no, restore: no, forget: no, show: no },
    },
    settings: {
      read: async () => ({ settings: Settings.parse({}), keys: [] }),
      write: no,
    },
    spotify: {
      read: async () => ({ isLoggedIn: false }),
      ...{ begin: no, answer: no, logOut: no, playlists: no },
    },
    uploads: { receive: no },
    jobs: {
      list: async () => [],
      find: async () => undefined,
      ...{ add: no, pause: no, resume: no, cancel: no, again: no, forget: no },
      entriesAfter: noJob,
      view: noJob,
      watch: () => ({ [Symbol.dispose]: () => {} }),
    },
    findUsualFolders: async () => ({}),
    ...{ measureTail: no, examine: no, askServices: no, listFolder: no },
    ...{ preview: no, previewAgain: no, findLists: no },
    [Symbol.asyncDispose]: async () => {},
  }
}

const noJob = async () => {
  throw new UserError(reason('app.no-job'))
}

const readOnly = (archives: ArchiveService): ArchiveService => ({
  list: () => archives.list(),
  read: (id) => archives.read(id),
  history: (...of) => archives.history(...of),
  tail: (id, language, signal) => archives.tail(id, language, signal),
  copies: no,
  rename: no,
  export: (...of) => archives.export(...of),
  openFolder: no,
  missing: (...of) => archives.missing(...of),
  missingTable: (...of) => archives.missingTable(...of),
  openFile: (...of) => archives.openFile(...of),
  findCopy: (...of) => archives.findCopy(...of),
  cover: (...of) => archives.cover(...of),
  listFiles: (...of) => archives.listFiles(...of),
  view: async (id, folder) => readOnlyView(await archives.view(id, folder)),
})

/** Candidates that are files of the user's lie outside the archive: they were not shared. */
const readOnlyView = (view: View): View => ({
  snapshot: () => view.snapshot(),
  details: (key) => view.details(key),
  ...{ audio: noEntry, cover: noEntry, foundAudio: noEntry },
  ...{ decide: no, search: no, takeBack: no },
})

const noEntry = async () => {
  throw new UserError(reason('archive.no-such-entry'))
}
