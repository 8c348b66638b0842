import { hashFile } from '../../base/hash.ts'
import type { Media } from '../../model/media.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { UnequalTagsError } from '../../tags/compare-tags.ts'
import type { FileTags } from '../../tags/file-tags.ts'
import type { ProbedFile } from '../../tags/read/probe-file.ts'
import { readFileTags, writeTags } from '../../tags/write-tags.ts'
import { analyseFile } from '../decode/analyse-file.ts'
import { type EncodedFormat, formats } from '../formats.ts'
import type { Mp3Frames } from '../mp3/frames.ts'
import { finishTags } from './finish-tags.ts'
import type { MediaJob } from './media-job.ts'

/**
 * The same audio under new tags, once all of it has been decoded. Throws AudioError, and CannotTagError where the tags
 * of the container cannot be changed.
 */
export async function makeCopied(
  job: MediaJob,
  { audio }: ProbedFile,
  format: EncodedFormat,
  mp3?: Mp3Frames,
): Promise<Media> {
  const { path, temporary, signal } = job
  const { notes, ...measuredAudio } = await analyseFile(job, audio, mp3)
  const { sha256: originalSha256 } = await hashFile(path, { signal })
  const before = await readFileTags(path, formats[format].container, mp3?.start)
  const measured = { originalSha256, ...measuredAudio }
  const { tags, albumGain } = await finishTags(job, before.tags, { keepsOwn: true, measured })
  const write = async (file: FileTags) => {
    const target = temporary(format)
    const paths = { source: path, target }
    return { target, tags: await writeTags(paths, file, tags, signal, job.options) }
  }
  const tagNotes: Reason[] = []
  const written = await write(before).catch((error: unknown) => {
    if (!(error instanceof UnequalTagsError)) throw error
    // Two readers understand the old tag differently: its frames cannot be carried over.
    tagNotes.push(reason('media.tag-rewritten'))
    return write(before.withoutTags())
  })
  return {
    path: written.target,
    extension: format,
    tags: written.tags,
    how: 'copied',
    ...measured,
    albumGain,
    notes: [...notes, ...tagNotes],
  }
}
