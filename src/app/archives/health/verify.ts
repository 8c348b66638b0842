import { type Archive, openArchive } from '../../../archive/archive.ts'
import { notInBucket } from '../../../archive/bucket/own-mark.ts'
import { openDigester, openPacedDigester } from '../../../fixity/audit/digester.ts'
import { formats } from '../../../media/formats.ts'
import type { ArchivedFile } from '../../../model/archived-file.ts'
import type { VerifyEvent } from '../../../model/preserve/fixity.ts'
import { reason } from '../../../model/reason.ts'
import { verify } from '../../../preserve/verify/verify.ts'
import { findStructureFault } from '../../../tags/structure/find-fault.ts'
import type { Environment } from '../../environment.ts'
import { isBucketName } from '../bucket/named.ts'
import { openBucketPlace } from '../bucket/place.ts'
import { rememberCopies } from '../copies/copies.ts'
import { requireArchive } from '../require-archive.ts'

export interface VerifyChoices {
  /** Only the part that is due today, where everything is to be read once in so many days. */
  readonly days?: number
  /** Bytes a second at most. A part of the files is read at `GENTLE_RATE`, all of them as fast as it goes. */
  readonly rate?: number
}

/** Bytes a second that leave a disk and a processor to others. */
const GENTLE_RATE = 50_000_000

/**
 * Reads the files of an archive anew, all or the part that is due, compares them with what was kept, and looks at
 * their containers. Writes `fixity.jsonl`. Ends by itself when the signal is aborted, with what was found until then.
 */
export async function* verifyArchive(
  dir: string,
  signal: AbortSignal,
  { days, rate = days === undefined ? undefined : GENTLE_RATE }: VerifyChoices = {},
): AsyncGenerator<VerifyEvent> {
  await requireArchive(dir)
  await using archive = await openArchive(dir, { readOnly: true, signal })
  yield* verifyOpened(archive, signal, { days, rate })
}

/** The same of one that a folder or a bucket is named for. UserError where a part alone is to be read of a bucket. */
export async function* verifyNamed(
  named: string,
  environment: Environment,
  signal: AbortSignal,
  choices: VerifyChoices = {},
): AsyncGenerator<VerifyEvent> {
  if (!isBucketName(named)) return yield* verifyArchive(named, signal, choices)
  if (choices.days !== undefined || choices.rate !== undefined) throw notInBucket()
  const { checkBucket } = await import('../../../archive/bucket/check-bucket.ts')
  await using place = await openBucketPlace(named, environment)
  yield* checkBucket(place, signal)
}

/** The same of an archive that is open, for writing or for reading alone. */
export async function* verifyOpened(
  archive: Archive,
  signal: AbortSignal,
  { days, rate }: VerifyChoices = {},
): AsyncGenerator<VerifyEvent> {
  await using digester = rate === undefined ? openDigester() : openPacedDigester(rate)
  yield* verify(archive, {
    digester,
    days,
    check: checkContainer,
    hasCopy: rememberCopies(archive.dir),
    signal,
  })
}

/** What is kept to the byte is as its owner has it. */
async function checkContainer(path: string, { how, format }: ArchivedFile) {
  if (how === 'kept' || format === 'keep') return undefined
  const detail = await findStructureFault(path, formats[format].container)
  return detail === undefined ? undefined : reason('media.container-broken', { detail })
}
