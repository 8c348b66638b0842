import { tellFault } from '../base/telemetry/tell-fault.ts'
import type { Lease } from '../jobs/lease.ts'
import type { Queue } from '../jobs/queue.ts'
import { startWorkers } from '../jobs/worker.ts'
import { english } from '../words/english.ts'
import { AccountNames } from './accounts/account-names.ts'
import { type AccountService, openAccountService } from './accounts/account-service.ts'
import { openAccountWork } from './accounts/account-work.ts'
import { MACHINE } from './accounts/owner.ts'
import { listKnownArchives } from './archives/known-archives.ts'
import { findFetched } from './catalogues/published/resolve.ts'
import type { Context } from './context.ts'
import { openDataFolder } from './data-folder.ts'
import type { Environment } from './environment.ts'
import { openOperations } from './health/operations.ts'
import { openJobImports, openJobQueue } from './jobs/open-jobs.ts'
import { tidyJobs } from './jobs/tidy-jobs.ts'
import { openServices } from './open-services.ts'
import { AllowedFolders, listDefaultFolders } from './settings/allowed-folders.ts'

export interface ContextOptions {
  /** What of this machine the page may name; the user's own folder and other disks where nothing is said. */
  readonly folders?: readonly string[]
  /** Jobs at work at once; 0 where other programs work them off. */
  readonly width: number
  /** Writes what goes wrong outside of any job. */
  readonly log?: (line: string) => void
}

/** Everything of the machine; and the accounts, where the environment names a folder for them. */
export interface OpenContext extends Context {
  readonly accounts?: AccountService
}

/** Opens all that a server needs, and begins to work off what is in line. */
export async function openContext(
  environment: Environment,
  { folders = [], width, log = () => {} }: ContextOptions,
): Promise<OpenContext> {
  const dataDir = await openDataFolder(environment)
  const allowed = new AllowedFolders(
    folders.length > 0 ? folders : listDefaultFolders(),
    (address) => findFetched(address, environment),
    {
      listBuckets: async () =>
        (await listKnownArchives(environment)).flatMap(({ bucket }) => bucket ?? []),
    },
  )
  const stagedImports = await openJobImports(dataDir)
  await using opening = new AsyncDisposableStack()
  const queue = opening.use(
    await openJobQueue(dataDir, environment, {
      tell: (notice) => log(english(notice)),
      takesWork: width > 0,
    }),
  )
  await tidyJobs(queue, stagedImports, MACHINE)
  const work = opening.use(openAccountWork(environment, stagedImports))
  const workers =
    width > 0 ? opening.use(startAll(queue, width, (lease) => work.run(lease), log)) : undefined
  const accountNames = opening.use(new AccountNames(environment))
  const services = opening.use(
    await openServices({
      ...{ environment, dataDir, stagedImports, folders: allowed, queue, workers, log },
      accountNames,
    }),
  )
  const machine = { services, queue, workers, log }
  const accounts =
    environment.accountsDir === undefined
      ? undefined
      : opening.use(await openAccountService(environment, machine))
  const operations = opening.use(openOperations({ environment, dataDir, queue, workers }))
  opening.defer(() => operations.stop())
  const opened = opening.move()
  return {
    ...services,
    operations,
    accounts,
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

const startAll = (
  queue: Queue,
  width: number,
  run: (lease: Lease) => Promise<void>,
  log: (line: string) => void,
) =>
  startWorkers(queue, {
    width,
    run,
    onFault(error) {
      tellFault(error, 'queue')
      log(explainFault(error))
    },
  })

const explainFault = (error: unknown) =>
  `The list of jobs cannot be used: ${error instanceof Error ? error.message : error}`
