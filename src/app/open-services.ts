import { join } from 'node:path'
import type { Job } from '../api/contract.ts'
import { tellFault } from '../base/telemetry/tell-fault.ts'
import type { Queue } from '../jobs/queue.ts'
import type { Workers } from '../jobs/worker.ts'
import { providers } from '../source/all.ts'
import type { AccountNames } from './accounts/account-names.ts'
import { Archives } from './archives/archives.ts'
import { folderOf } from './archives/bucket/place.ts'
import { listBucketHosts } from './archives/copies/bucket-hosts.ts'
import { openListService } from './archives/lists/list-service.ts'
import { HandSearches } from './backups/by-hand/hand-searches.ts'
import type { Services } from './context.ts'
import type { Environment } from './environment.ts'
import { openJobService } from './jobs/jobs.ts'
import { Nightly } from './jobs/nightly.ts'
import { describeList } from './playlists/describe-list.ts'
import { findIncomingLists } from './playlists/incoming-lists.ts'
import { previewInputs } from './playlists/preview.ts'
import type { StagedImports } from './playlists/staged-imports.ts'
import { openUploads } from './playlists/uploads.ts'
import { openServiceCheck } from './services/service-check.ts'
import type { AllowedFolders } from './settings/allowed-folders.ts'
import { examine } from './settings/doctor.ts'
import { openSettings, withSavedKeys } from './settings/settings.ts'
import { findUsualFolders } from './settings/usual-folders.ts'
import { openSpotifyAccount } from './spotify/open-account.ts'
import { readVersion } from './version.ts'

/** What the services of one machine, or of one account of it, stand on. */
export interface Scope {
  readonly environment: Environment
  /** Where its uploads and its list of archives lie. */
  readonly dataDir: string
  readonly stagedImports: StagedImports
  /** All that may be named of this machine. */
  readonly folders: AllowedFolders
  /** Its work, and nobody else's. */
  readonly queue: Queue
  /** Absent where other programs do what is in line. */
  readonly workers?: Workers
  /** Writes what goes wrong outside of any job. */
  readonly log: (line: string) => void
  /** Absent where all its jobs are of one owner. */
  readonly accountNames?: AccountNames
  /** Who its nightly jobs are done for, where that is an account. */
  readonly owner?: string
}

/** Everything that is done for one machine or one account. Whoever opens it closes the queue and the workers after it. */
export async function openServices(scope: Scope): Promise<Services> {
  const { environment, dataDir, stagedImports, folders, queue, workers, log, owner } = scope
  const uploads = await openUploads(join(dataDir, 'uploads'))
  const serviceCheck = openServiceCheck(environment)
  const settings = openSettings(environment, folders)
  const searches = new HandSearches({ environment, folders, uploads })
  const correct = { searches, settings, folders }
  const isShared = environment.databaseUrl !== undefined
  const jobs = await openJobService({
    ...{ queue, workers, stagedImports, isShared, folders, environment, correct },
    accountNames: scope.accountNames,
  })
  const archives = new Archives(environment, folders, correct)
  const tellNight = (error: unknown) => {
    tellFault(error, 'nightly')
    log(explainNight(error))
  }
  const nightly = new Nightly({
    ...{ settings, jobs, owner, log: tellNight },
    isInLine: async (into) => (await jobs.list()).some((job) => isOfThisNight(job, into)),
  })
  return {
    version: readVersion(),
    mediaHosts: listMediaHosts(),
    bucketHosts: listBucketHosts(environment.s3),
    settings,
    spotify: openSpotifyAccount(environment, settings),
    uploads,
    jobs,
    archives,
    lists: openListService(environment),
    async measureTail(archive, ids, language, signal) {
      try {
        const paths = await Promise.all(ids.map((id) => uploads.find(id)))
        return await archives.tail(archive, language, signal, paths)
      } finally {
        for (const id of ids) await uploads.remove(id)
      }
    },
    examine: async () => await examine(await withSavedKeys(environment)),
    askServices: () => serviceCheck.ask(),
    listFolder: (path, withAudio) => folders.list(path, withAudio),
    findUsualFolders: async () =>
      await findUsualFolders(environment, folders, await archives.list()),
    previewAgain: async (staged) => (await stagedImports.find(staged)).map(describeList),
    async findLists(staged, into) {
      const playlists = await stagedImports.find(staged)
      return await findIncomingLists(playlists, folderOf(await folders.confine(into), environment))
    },
    async preview(inputs, options, signal) {
      const keyed = await withSavedKeys(environment)
      const tools = { uploads, stagedImports, folders, environment: keyed }
      return await previewInputs(inputs, options, tools, signal)
    },
    async [Symbol.asyncDispose]() {
      nightly[Symbol.dispose]()
      serviceCheck[Symbol.dispose]()
      await searches[Symbol.asyncDispose]()
      await jobs[Symbol.asyncDispose]()
    },
  }
}

/** Several servers may share one list of jobs and one file of settings. */
const isOfThisNight = ({ order, createdAt }: Job, into: string) =>
  order.kind === 'sync' && order.into === into && Date.now() - Date.parse(createdAt) < NIGHT_MS

const NIGHT_MS = 60 * 60_000

const explainNight = (error: unknown) =>
  `An archive was not brought up to date: ${error instanceof Error ? error.message : error}`

/** Where the providers' files lie: what a person may listen to before deciding. */
function listMediaHosts(): readonly string[] {
  const hosts = providers
    .filter(({ can, linkOnly }) => can.includes('search') && !linkOnly)
    .flatMap((provider) => provider.hosts.map(({ host }) => `https://${host}`))
  return [...new Set(hosts)].toSorted()
}
