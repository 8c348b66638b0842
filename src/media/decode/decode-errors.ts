import { asStorageError } from '../../base/storage.ts'
import { reason } from '../../model/reason.ts'
import { StorageError, UserError } from '../../words/user-error.ts'
import { AudioError } from '../audio-error.ts'
import { readLogLines } from '../ffmpeg/log-line.ts'
import { type DecodedFormat, nameLayout } from '../layout.ts'
import { findComplaints, findLack } from './complaints.ts'
import { findFormats } from './decode-log.ts'

/** FFmpeg could not do with the sound what was asked of it: no fault of the file. */
export class NotProcessedError extends UserError {
  override readonly name = 'NotProcessedError'
  /** What came out of the decoder. */
  readonly decoded?: DecodedFormat

  constructor(complaint: string, decoded?: DecodedFormat) {
    super(reason('media.not-processed', { complaint }))
    this.decoded = decoded && { ...decoded, layout: nameLayout(decoded.layout) }
  }
}

/** The first complaint of the sound itself in a log of `-loglevel level+…`. */
export const findComplaint = (log: string): string | undefined =>
  findComplaints(readLogLines(log)).find(({ about }) => about === 'sound')?.message

/** The error to throw for what FFmpeg complains of, or for its exit code where it did not complain. */
export function explainFailure(log: string, exitCode: number): unknown {
  const lines = readLogLines(log)
  const complaints = findComplaints(lines)
  const first = complaints.find(({ about }) => about === 'sound') ?? complaints[0]
  if (!first) return new AudioError('damaged', reason('media.ffmpeg-failed', { exitCode }))
  const { message: complaint } = first
  for (const { message } of complaints) {
    const storage = asStorageError(new Error(message))
    if (storage instanceof StorageError) return storage
  }
  if (complaints.some(({ message }) => /unknown encoder/i.test(message)))
    return new UserError(
      reason('media.format-not-written', { complaint }),
      reason('media.name-other-ffmpeg'),
    )
  if (/not on whitelist|processing input$|moov atom not found/.test(complaint) && !isOpen(log))
    return new AudioError('not-audio', reason('media.not-audio'))
  if (/matches no streams/.test(complaint))
    return new AudioError('not-audio', reason('media.no-audio'))
  const detail = findLack(lines)
  if (detail !== undefined && first.about === 'sound')
    return new AudioError('undecodable', reason('media.undecodable', { detail }))
  if (first.about === 'own') return new NotProcessedError(complaint, findFormats(lines).at(-1))
  return new AudioError('damaged', reason('media.damaged', { complaint }))
}

const isOpen = (log: string) => log.includes('Input #0, ')
