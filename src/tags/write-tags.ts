import { copyFile } from '../base/copy-file.ts'
import type { Tags } from '../model/media.ts'
import { asVersion3, checkEqual } from './compare-tags.ts'
import type { FileTags, WriteOptions } from './file-tags.ts'
import { openMp3 } from './id3/mp3.ts'
import { asCarried } from './map/fields.ts'
import { openM4a } from './mp4/m4a.ts'
import { openFlac } from './xiph/flac.ts'
import { openOgg } from './xiph/ogg.ts'

/** Containers whose tags can be written. `ogg` holds Vorbis or Opus. */
export type Container = 'mp3' | 'flac' | 'ogg' | 'm4a'

const openers = { mp3: openMp3, flac: openFlac, ogg: openOgg, m4a: openM4a }

/**
 * Reads what a file has, so that all of it can be carried over. `start` is where the audio of an MP3 begins.
 * Throws UserError where the container is damaged, or of a kind that cannot be written.
 */
export const readFileTags = (
  path: string,
  container: Container,
  start?: number,
): Promise<FileTags> => openers[container](path, start)

/**
 * Copies a file under new tags in one pass; the audio stays to the byte, and so does every frame, comment and
 * atom of the user's whose value is as it was. What is written is read back by another reader (music-metadata),
 * and a difference is an UnequalTagsError. Returns the tags as this container carries them. The target must not
 * be there yet; after an error it is the caller's to remove.
 */
export async function writeTags(
  paths: { readonly source: string; readonly target: string },
  before: FileTags,
  tags: Tags,
  signal: AbortSignal,
  options: WriteOptions = {},
): Promise<Tags> {
  const carried = asCarried(before.kind, tags)
  const change = before.rewrite(carried, options)
  await copyFile(paths.source, paths.target, signal, change)
  const written = await before.readBack(paths.target)
  const version3 = before.kind === 'id3' && options.id3 === '2.3'
  if (version3) checkEqual(asVersion3(carried), asVersion3(written))
  else checkEqual(carried, written)
  return carried
}
