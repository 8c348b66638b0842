import { extname } from 'node:path'
import { copyHashed } from '../../base/copy-file.ts'
import { audioExtensions } from '../../model/audio-kinds.ts'
import type { Media } from '../../model/media.ts'
import type { AudioProperties, ProbedFile } from '../../tags/read/probe-file.ts'
import { analyseFile } from '../decode/analyse-file.ts'
import type { Mp3Frames } from '../mp3/frames.ts'
import type { MediaJob } from './media-job.ts'

/** The file as it is, to the byte, once all of it has been decoded and checked. Throws AudioError. */
export async function makeKept(
  job: MediaJob,
  { tags, audio }: ProbedFile,
  mp3?: Mp3Frames,
): Promise<Media> {
  const { path, temporary, signal } = job
  const measured = await analyseFile(job, audio, mp3)
  const extension = mp3 ? 'mp3' : extensionOf(path, audio)
  const target = temporary(extension)
  const originalSha256 = await copyHashed(path, target, signal)
  return { path: target, extension, originalSha256, tags, how: 'kept', ...measured }
}

/** The file's own, where it is one of an audio file: a name may end in anything. */
function extensionOf(path: string, { container = '' }: AudioProperties): string {
  const own = extname(path).slice(1).toLowerCase()
  if (audioExtensions.has(own)) return own
  return usualExtensions.find(([pattern]) => pattern.test(container))?.[1] ?? 'audio'
}

/** By the reader's name of the container. */
const usualExtensions: readonly (readonly [RegExp, string])[] = [
  [/flac/i, 'flac'],
  [/ogg/i, 'ogg'],
  [/wav/i, 'wav'],
  [/aif/i, 'aiff'],
  [/m4a|mp4|isom|qt/i, 'm4a'],
]
