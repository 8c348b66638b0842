import { asStorageError } from '../../base/storage.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { AudioError } from '../audio-error.ts'

/** The decoder's first complaint in a log of `-loglevel level+…`. */
export const findComplaint = (log: string): string | undefined =>
  /\[(?:error|fatal|panic)\] (.*)/.exec(log)?.[1]?.trim() || undefined

/** The error to throw for a complaint of FFmpeg, or for its exit code where it did not complain. */
export function explainFailure(complaint: string | undefined, exitCode: number): unknown {
  if (complaint === undefined)
    return new AudioError('damaged', reason('media.ffmpeg-failed', { exitCode }))
  if (/unknown encoder/i.test(complaint))
    return new UserError(
      reason('media.format-not-written', { complaint }),
      reason('media.name-other-ffmpeg'),
    )
  if (
    /not on whitelist|Invalid data found when processing input|moov atom not found/.test(complaint)
  )
    return new AudioError('not-audio', reason('media.not-audio'))
  if (/matches no streams/.test(complaint))
    return new AudioError('not-audio', reason('media.no-audio'))
  return asStorageError(new AudioError('damaged', reason('media.damaged', { complaint })))
}
