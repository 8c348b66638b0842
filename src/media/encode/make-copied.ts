import { hashFile } from '../../base/hash.ts'
import type { Media } from '../../model/media.ts'
import { analyseFile } from '../decode/analyse-file.ts'
import { type EncodedFormat, formats } from '../formats.ts'
import type { Mp3Frames } from '../mp3/frames.ts'
import type { FileAnalysis } from '../probe/read-file.ts'
import { UnequalTagsError } from '../tags/compare-tags.ts'
import type { FileTags } from '../tags/file-tags.ts'
import { readFileTags, writeTags } from '../tags/write-tags.ts'
import { finishTags } from './finish-tags.ts'
import type { MediaJob } from './make-job.ts'

/** The same sound under a new tag, once all of it has been heard. Throws CannotTag where the container has no room for one. */
export async function makeCopied(
  job: MediaJob,
  { sound }: FileAnalysis,
  format: EncodedFormat,
  mp3?: Mp3Frames,
): Promise<Media> {
  const { path, temporary, signal } = job
  const { notes, ...heard } = await analyseFile(job, sound, mp3)
  const { sha256: originalSha256 } = await hashFile(path, { signal })
  const before = await readFileTags(path, formats[format].container, mp3?.start)
  const measured = { originalSha256, ...heard }
  const { tags, ...gain } = await finishTags(job, before.tags, { keepsOwn: true, measured })
  const write = async (file: FileTags) => {
    const target = temporary(format)
    return {
      target,
      tags: await writeTags({ source: path, target }, file, tags, signal, job.options),
    }
  }
  const damaged: string[] = []
  const written = await write(before).catch((error: unknown) => {
    if (!(error instanceof UnequalTagsError)) throw error
    // Two readers understand its frames differently: they cannot be carried over.
    damaged.push('its tag is damaged: what could be read of it is written anew')
    return write(before.withoutTags())
  })
  return {
    path: written.target,
    extension: format,
    originalSha256,
    tags: written.tags,
    how: 'copied',
    ...heard,
    ...gain,
    notes: [...notes, ...damaged],
  }
}
