import { join } from 'node:path'
import { backUpInput } from '../../src/app/backups/back-up.ts'
import { type BackupRequest, completeRequest } from '../../src/model/backup/request.ts'
import type { Progress } from '../../src/model/progress.ts'

/**
 * A backup of `list.csv` from the folder `Music` into `Keep`, all in `dir`: everything but the command line. Nothing
 * is remembered from the run before but what lies on the disk, and nothing leaves the machine.
 */
export function startBackup(
  dir: string,
  more: Partial<BackupRequest> = {},
  signal: AbortSignal = new AbortController().signal,
): AsyncGenerator<Progress> {
  const request = completeRequest({
    inputs: [join(dir, 'list.csv')],
    libraries: [join(dir, 'Music')],
    catalogues: [],
    into: join(dir, 'Keep'),
    names: '{playlist}/{position} {artist} - {title}',
    format: 'mp3',
    quality: 'V2',
    jobs: 2,
    dryRun: false,
    offline: true,
    ...more,
  })
  const environment = { cacheDir: join(dir, 'cache'), processors: 2, ffmpeg: 'wasm' }
  return backUpInput(request, environment, signal)
}
