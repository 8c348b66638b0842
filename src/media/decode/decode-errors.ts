import { asStorageError } from '../../base/storage.ts'
import { UserError } from '../../words/user-error.ts'
import { AudioError } from '../sound-error.ts'

/** The decoder's first complaint in a log of `-loglevel level+…`. */
export const firstError = (log: string): string | undefined =>
  /\[(?:error|fatal|panic)\] (.*)/.exec(log)?.[1]?.trim()

/** What a complaint of FFmpeg means: an error to throw. */
export function explainFailure(complaint: string): unknown {
  if (/unknown encoder/i.test(complaint))
    return new UserError(
      `this FFmpeg cannot write that format (${complaint})`,
      'Name another one, or leave it out: the build from npm is used then.',
    )
  if (
    /not on whitelist|Invalid data found when processing input|moov atom not found/.test(complaint)
  )
    return new AudioError('not-sound', 'this is no sound file that can be read')
  if (/matches no streams/.test(complaint))
    return new AudioError('not-sound', 'there is no sound in it')
  return asStorageError(new AudioError('damaged', `the sound is damaged (${complaint})`))
}
