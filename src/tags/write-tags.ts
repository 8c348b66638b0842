import { rm } from 'node:fs/promises'
import { copyFile } from '../base/copy-file.ts'
import type { Tags } from '../model/media.ts'
import { type Reason, reason } from '../model/reason.ts'
import { UserError } from '../words/user-error.ts'
import { asVersion3, checkEqual, UnequalTagsError } from './compare-tags.ts'
import type { Carried, FileTags, WriteOptions } from './file-tags.ts'
import { openMp3 } from './id3/mp3.ts'
import { asCarried, isMapped } from './map/fields.ts'
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

/** The tags as the container carries them, and what is worth knowing of how they were written. */
export interface WrittenTags {
  readonly tags: Tags
  readonly notes: readonly Reason[]
}

export interface Paths {
  readonly source: string
  /** Must not be there yet; after an error it is the caller's to remove. */
  readonly target: string
}

/**
 * Copies a file under new tags in one pass; the audio stays to the byte, and so does every frame, comment and
 * atom of the user's whose value is as it was. What is written is read back. Where the old tag is understood otherwise
 * then, what is known of it is written anew, with a note. Throws UnequalTagsError where that is read back otherwise, too.
 */
export async function writeTags(
  paths: Paths,
  before: FileTags,
  tags: Tags,
  signal: AbortSignal,
  options: WriteOptions = {},
): Promise<WrittenTags> {
  const after = asCarried(before.kind, tags)
  let carried: Carried = 'unchanged'
  for (;;) {
    await copyFile(paths.source, paths.target, signal, before.rewrite(after, carried, options))
    const fault = await findFault(paths.target, before, after, options)
    if (!fault) return { tags: after, notes: notesOf(carried, before) }
    // What was carried over may be at fault.
    const next: Carried | undefined = LESS[carried]
    if (!next) throw fault
    carried = next
    await rm(paths.target)
  }
}

const LESS: Readonly<Partial<Record<Carried, Carried>>> = {
  unchanged: 'unmapped',
  unmapped: 'nothing',
}

function notesOf(carried: Carried, { kind, items }: FileTags): Reason[] {
  if (carried === 'unchanged') return []
  const rewritten = reason('media.tag-rewritten')
  const unmapped = items.flatMap(({ place, name }) =>
    place !== undefined && isMapped(kind, place) ? [] : [name],
  )
  if (carried === 'unmapped' || unmapped.length === 0) return [rewritten]
  return [rewritten, reason('media.tag-fields-left', { fields: [...new Set(unmapped)] })]
}

/** Why what was written is not as it should be: UnequalTagsError, or a UserError where it cannot be read. */
async function findFault(
  path: string,
  before: FileTags,
  after: Tags,
  { id3 }: WriteOptions,
): Promise<Error | undefined> {
  try {
    // Others' numbers may have more digits than ours, and a text may stand in two places: what we would write of
    // either is compared.
    const written = asCarried(before.kind, await before.readBack(path))
    const version3 = before.kind === 'id3' && id3 === '2.3'
    if (version3) checkEqual(asVersion3(after), asVersion3(written))
    else checkEqual(after, written)
    return undefined
  } catch (error) {
    if (error instanceof UnequalTagsError || error instanceof UserError) return error
    throw error
  }
}
