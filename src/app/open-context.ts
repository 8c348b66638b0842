import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { JobRequest } from '../api/contract.ts'
import { openQueue } from '../jobs/sqlite/sqlite-queue.ts'
import { startWorkers } from '../jobs/worker.ts'
import { sources } from '../source/all.ts'
import { UserError } from '../words/user-error.ts'
import { Archives } from './archives/archives.ts'
import type { Context } from './context.ts'
import type { Environment } from './environment.ts'
import { stagedImportsOf } from './jobs/describe-job.ts'
import { Jobs, MOST_JOBS } from './jobs/jobs.ts'
import { runJob } from './jobs/run-job.ts'
import { previewInputs } from './playlists/preview.ts'
import { openStagedImports } from './playlists/staged-imports.ts'
import { openUploads } from './playlists/uploads.ts'
import { AllowedFolders, listDefaultFolders } from './settings/allowed-folders.ts'
import { examine } from './settings/doctor.ts'
import { openSettings, withSavedKeys } from './settings/settings.ts'
import { readVersion } from './version.ts'

export interface ContextOptions {
  /** What of this machine the page may name; the user's own folder and other disks where nothing is said. */
  readonly folders?: readonly string[]
  /** Jobs at work at once. */
  readonly width: number
  /** Where what goes wrong beside all jobs is told. */
  readonly log?: (line: string) => void
}

/** Opens all that a server needs, and begins to work off what is in line. */
export async function openContext(
  environment: Environment,
  { folders = [], width, log = () => {} }: ContextOptions,
): Promise<Context> {
  const { dataDir } = environment
  if (dataDir === undefined)
    throw new UserError('There is no place to write jobs down.', 'Name one: SONGKEEP_DATA')
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const roots = new AllowedFolders(folders.length > 0 ? folders : listDefaultFolders())
  const uploads = await openUploads(join(dataDir, 'uploads'))
  const readings = await openStagedImports(join(dataDir, 'readings'))
  const queue = openQueue(join(dataDir, 'jobs.sqlite'))
  queue.tidy(MOST_JOBS)
  await readings.sweep(
    new Set(queue.list().flatMap(({ order }) => stagedImportsOf(order as JobRequest))),
  )
  const workers = startWorkers(queue, {
    width,
    run: (hold) => runJob(hold, readings, environment),
    onFault: (error) =>
      log(`The list of jobs cannot be used: ${error instanceof Error ? error.message : error}`),
  })
  const jobs = new Jobs({ queue, workers, readings, roots })
  return {
    version: readVersion(),
    mediaHosts: listMediaHosts(),
    settings: openSettings(environment, roots),
    uploads,
    jobs,
    archives: new Archives(environment),
    examine: async () => await examine(await withSavedKeys(environment)),
    listFolder: (path) => roots.list(path),
    async preview(inputs, options, signal) {
      const tools = { uploads, readings, environment: await withSavedKeys(environment) }
      return await previewInputs(inputs, options, tools, signal)
    },
    async [Symbol.asyncDispose]() {
      jobs[Symbol.dispose]()
      await workers[Symbol.asyncDispose]()
      queue[Symbol.dispose]()
    },
  }
}

/** Where the sources' files lie: what a person may listen to before deciding. */
function listMediaHosts(): readonly string[] {
  const hosts = sources.flatMap((source) => source.hosts.map(({ host }) => `https://${host}`))
  return [...new Set(hosts)].toSorted()
}
