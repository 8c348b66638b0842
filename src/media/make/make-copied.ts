import { type Edit, withEdits } from '../../base/copy-file.ts'
import { hashFile } from '../../base/hash.ts'
import type { Media } from '../../model/media.ts'
import { reason } from '../../model/reason.ts'
import type { ProbedFile } from '../../tags/read/probe-file.ts'
import type { FileTags } from '../../tags/write/file-tags.ts'
import { readFileTags, writeTags } from '../../tags/write/write-tags.ts'
import { analyseFile } from '../decode/analyse-file.ts'
import { type EncodedFormat, formats } from '../formats.ts'
import type { Mp3Frames } from '../mp3/frames.ts'
import { mendHeader } from '../mp3/mend-header.ts'
import { finishTags } from './finish-tags.ts'
import type { MediaJob } from './media-job.ts'

/**
 * The same audio under new tags, once all of it has been decoded. Throws AudioError, and CannotTagError where the tags
 * of the container cannot be changed.
 */
export async function makeCopied(
  job: MediaJob,
  { audio, pictures }: ProbedFile,
  format: EncodedFormat,
  mp3?: Mp3Frames,
): Promise<Media> {
  const { path, temporary, signal } = job
  const { notes, ...measuredAudio } = await analyseFile(job, audio, mp3)
  const { sha256: originalSha256 } = await hashFile(path, { signal })
  const header = mp3 && (await mendHeader(path, mp3, signal))
  const read = await readFileTags(path, formats[format].container, mp3?.start)
  const before = header ? withEdit(read, header) : read
  const measured = { originalSha256, ...measuredAudio }
  const options = { keepsOwn: true, measured, pictures }
  const { tags, albumGain, notes: coverNotes } = await finishTags(job, before.tags, options)
  const target = temporary(format)
  const written = await writeTags({ source: path, target }, before, tags, signal, job.options)
  return {
    path: target,
    extension: format,
    tags: written.tags,
    how: 'copied',
    ...measured,
    albumGain,
    notes: [
      ...[...notes, ...coverNotes, ...written.notes],
      ...(header ? [reason('media.header-mended')] : []),
    ],
  }
}

/** A file that is edited before its tags are: the length stays. */
const withEdit = (file: FileTags, edit: Edit): FileTags => ({
  ...file,
  rewrite(...how) {
    const change = file.rewrite(...how)
    return (chunks) => change(withEdits([edit])(chunks))
  },
})
