import { join } from 'node:path'
import type { Job, JobRequest } from '../api/contract.ts'
import { tellFault } from '../base/telemetry/tell-fault.ts'
import type { Queue } from '../jobs/queue.ts'
import { startWorkers } from '../jobs/worker.ts'
import { providers } from '../source/all.ts'
import { english } from '../words/english.ts'
import { Archives } from './archives/archives.ts'
import { listBucketHosts } from './archives/copies/bucket-hosts.ts'
import { openListService } from './archives/lists/list-service.ts'
import { HandSearches } from './backups/by-hand/hand-searches.ts'
import { findFetched } from './catalogues/published/resolve.ts'
import type { Context } from './context.ts'
import type { Environment } from './environment.ts'
import { openOperations } from './health/operations.ts'
import { stagedImportsOf } from './jobs/describe-job.ts'
import { MAX_ENDED_JOBS, openJobService } from './jobs/jobs.ts'
import { Nightly } from './jobs/nightly.ts'
import { openDataFolder, openJobImports, openJobQueue } from './jobs/open-jobs.ts'
import { runJob } from './jobs/run-job.ts'
import { describeList } from './playlists/describe-list.ts'
import { findIncomingLists } from './playlists/incoming-lists.ts'
import { previewInputs } from './playlists/preview.ts'
import type { StagedImports } from './playlists/staged-imports.ts'
import { openUploads } from './playlists/uploads.ts'
import { openServiceCheck } from './services/service-check.ts'
import { AllowedFolders, listDefaultFolders } from './settings/allowed-folders.ts'
import { examine } from './settings/doctor.ts'
import { openSettings, withSavedKeys } from './settings/settings.ts'
import { findUsualFolders } from './settings/usual-folders.ts'
import { openSpotifyAccount } from './spotify/open-account.ts'
import { readVersion } from './version.ts'

export interface ContextOptions {
  /** What of this machine the page may name; the user's own folder and other disks where nothing is said. */
  readonly folders?: readonly string[]
  /** Jobs at work at once; 0 where other programs work them off. */
  readonly width: number
  /** Writes what goes wrong outside of any job. */
  readonly log?: (line: string) => void
}

/** Opens all that a server needs, and begins to work off what is in line. */
export async function openContext(
  environment: Environment,
  { folders = [], width, log = () => {} }: ContextOptions,
): Promise<Context> {
  const dataDir = await openDataFolder(environment)
  const allowed = new AllowedFolders(
    folders.length > 0 ? folders : listDefaultFolders(),
    (address) => findFetched(address, environment),
  )
  const uploads = await openUploads(join(dataDir, 'uploads'))
  const stagedImports = await openJobImports(dataDir)
  const queue = await openJobQueue(dataDir, environment, (notice) => log(english(notice)))
  await tidy(queue, stagedImports)
  const workers =
    width > 0
      ? startWorkers(queue, {
          width,
          run: (lease) => runJob(lease, stagedImports, environment),
          onFault(error) {
            tellFault(error, 'queue')
            log(explainFault(error))
          },
        })
      : undefined
  const serviceCheck = openServiceCheck(environment)
  const settings = openSettings(environment, allowed)
  const searches = new HandSearches({ environment, folders: allowed, uploads })
  const correct = { searches, settings, folders: allowed }
  const jobs = await openJobService({ queue, workers, stagedImports, folders: allowed, correct })
  const archives = new Archives(environment, allowed, correct)
  const nightly = new Nightly({
    settings,
    jobs,
    isInLine: async (into) => (await jobs.list()).some((job) => isOfThisNight(job, into)),
    log(error) {
      tellFault(error, 'nightly')
      log(explainNight(error))
    },
  })
  const operations = openOperations({ environment, dataDir, queue, workers })
  return {
    version: readVersion(),
    mediaHosts: listMediaHosts(),
    bucketHosts: listBucketHosts(environment.s3),
    settings,
    spotify: openSpotifyAccount(environment, settings),
    uploads,
    jobs,
    archives,
    operations,
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
    listFolder: (path, withAudio) => allowed.list(path, withAudio),
    async findUsualFolders() {
      const known = await archives.list()
      return await findUsualFolders(environment, allowed, known)
    },
    async previewAgain(staged) {
      return (await stagedImports.find(staged)).map(describeList)
    },
    async findLists(staged, into) {
      const playlists = await stagedImports.find(staged)
      return await findIncomingLists(playlists, await allowed.confine(into))
    },
    async preview(inputs, options, signal) {
      const keyed = await withSavedKeys(environment)
      const tools = { uploads, stagedImports, folders: allowed, environment: keyed }
      return await previewInputs(inputs, options, tools, signal)
    },
    async [Symbol.asyncDispose]() {
      operations.stop()
      nightly[Symbol.dispose]()
      serviceCheck[Symbol.dispose]()
      await searches[Symbol.asyncDispose]()
      await jobs[Symbol.asyncDispose]()
      await workers?.[Symbol.asyncDispose]()
      operations[Symbol.dispose]()
      await queue[Symbol.asyncDispose]()
    },
  }
}

/** Forgets old jobs, and removes staged imports that no job needs any more. */
async function tidy(queue: Queue, stagedImports: StagedImports) {
  await queue.tidy(MAX_ENDED_JOBS)
  const works = await queue.list()
  await stagedImports.sweep(
    new Set(works.flatMap(({ payload }) => stagedImportsOf(payload as JobRequest))),
  )
}

/** Several servers may share one list of jobs and one file of settings. */
const isOfThisNight = ({ order, createdAt }: Job, into: string) =>
  order.kind === 'sync' && order.into === into && Date.now() - Date.parse(createdAt) < NIGHT_MS

const NIGHT_MS = 60 * 60_000

const explainFault = (error: unknown) =>
  `The list of jobs cannot be used: ${error instanceof Error ? error.message : error}`

const explainNight = (error: unknown) =>
  `An archive was not brought up to date: ${error instanceof Error ? error.message : error}`

/** Where the providers' files lie: what a person may listen to before deciding. */
function listMediaHosts(): readonly string[] {
  const hosts = providers
    .filter(({ can, linkOnly }) => can.includes('search') && !linkOnly)
    .flatMap((provider) => provider.hosts.map(({ host }) => `https://${host}`))
  return [...new Set(hosts)].toSorted()
}
