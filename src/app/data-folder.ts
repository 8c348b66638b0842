import { mkdir } from 'node:fs/promises'
import { reason, reasonOf } from '../model/reason.ts'
import { UserError } from '../words/user-error.ts'
import type { Environment } from './environment.ts'

/** Makes the folder for jobs, uploads and staged imports where it is not there. UserError where that cannot be done. */
export async function openDataFolder({ dataDir }: Environment): Promise<string> {
  if (dataDir === undefined)
    throw new UserError(reason('app.no-data-folder'), reason('app.name-data-folder'))
  await mkdir(dataDir, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    const why = reason('jobs.not-opened', { path: dataDir, cause: reasonOf(error) })
    throw new UserError(why, reason('app.name-data-folder'), { cause: error })
  })
  return dataDir
}
