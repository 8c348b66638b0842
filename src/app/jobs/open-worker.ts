import type { Job } from '../../api/contract.ts'
import { readDatabaseAddress } from '../../base/postgres/address.ts'
import { tellFault } from '../../base/telemetry/tell-fault.ts'
import { startWorkers } from '../../jobs/worker.ts'
import { type Reason, reasonOf } from '../../model/reason.ts'
import { openAccountWork } from '../accounts/account-work.ts'
import type { OperationsService } from '../context.ts'
import { openDataFolder } from '../data-folder.ts'
import type { Environment } from '../environment.ts'
import { openOperations } from '../health/operations.ts'
import { describeJob } from './describe-job.ts'
import { openJobImports, openJobQueue } from './open-jobs.ts'

export interface WorkerListener {
  begun(job: Job): void
  /** Its end, or its way back into the line. Undefined where it was forgotten meanwhile. */
  left(job: Job | undefined): void
  /** The list of jobs cannot be read or written, and is tried again; or it is ahead of this program. */
  trouble(why: Reason): void
}

export interface OpenWorker extends AsyncDisposable {
  /** Host, port and name of the database; undefined where the jobs are those of this machine. */
  readonly database: string | undefined
  /** Where uploads are looked for. */
  readonly dataDir: string
  readonly operations: OperationsService
  /** Takes nothing more. Once this has returned, what ran is back in line; operations are answered until it is disposed. */
  drain(): Promise<void>
}

/** Works off what is in line, and nothing else. Disposing it puts what runs back in line. UserError where it cannot begin. */
export async function openWorker(
  environment: Environment,
  width: number,
  listener: WorkerListener,
): Promise<OpenWorker> {
  const { databaseUrl } = environment
  const dataDir = await openDataFolder(environment)
  const stagedImports = await openJobImports(dataDir)
  const queue = await openJobQueue(dataDir, environment, {
    tell: (notice) => listener.trouble(notice),
    takesWork: true,
  })
  const work = openAccountWork(environment, stagedImports)
  const left = async (id: string) => {
    const found = await queue.find(id).catch(() => undefined)
    listener.left(found && describeJob(found))
  }
  const workers = startWorkers(queue, {
    width,
    async run(lease) {
      listener.begun(describeJob(lease.work))
      await work.run(lease)
    },
    onEnd: ({ id }) => left(id),
    onFault(error) {
      tellFault(error, 'queue')
      listener.trouble(reasonOf(error))
    },
  })
  const operations = openOperations({ environment, dataDir, queue, workers })
  let drained: Promise<void> | undefined
  const drain = async () => {
    operations.stop()
    drained ??= Promise.resolve(workers[Symbol.asyncDispose]())
    await drained
  }
  return {
    database: databaseUrl === undefined ? undefined : readDatabaseAddress(databaseUrl).name,
    dataDir,
    operations,
    drain,
    async [Symbol.asyncDispose]() {
      await drain()
      operations[Symbol.dispose]()
      await work[Symbol.asyncDispose]()
      await queue[Symbol.asyncDispose]()
    },
  }
}
