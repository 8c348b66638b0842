import { rm } from 'node:fs/promises'
import { copyFile } from '../../base/copy-file.ts'
import type { Tags } from '../../model/media.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { openMp3 } from '../id3/mp3.ts'
import { asCarried } from '../map/fields.ts'
import { isInTags } from '../map/read-extra.ts'
import type { TagKind } from '../map/tag-map.ts'
import { openM4a } from '../mp4/m4a.ts'
import { MISDESCRIBED } from '../picture.ts'
import { openFlac } from '../xiph/flac.ts'
import { openOgg } from '../xiph/ogg.ts'
import { checkWritten, type Paths } from './check-written.ts'
import { describeChanges } from './describe-changes.ts'
import type { Carried, Container, FileTags, TagItem, WriteOptions } from './file-tags.ts'

export type { Container } from './file-tags.ts'

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

/**
 * Copies a file under new tags in one pass; the audio stays to the byte, and so does every frame, comment and
 * atom of the user's whose value is as it was. What is written is read back, and the container is checked. Where the old
 * tag is understood otherwise then, what is known of it is written anew, with a note. Throws UnequalTagsError where that
 * is read back otherwise, too, and UserError where the container would be broken by it.
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
    const { fault, notes } = await checkWritten(paths, before, after, options)
    if (!fault) {
      const changes = describeChanges(before, tags, after)
      return { tags: after, notes: [...notesOf(carried, before), ...changes, ...notes] }
    }
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
  if (items.some(({ place }) => place === MISDESCRIBED))
    return [reason('media.picture-misdescribed'), ...notesOfRewrite(carried, kind, items)]
  return notesOfRewrite(carried, kind, items)
}

function notesOfRewrite(carried: Carried, kind: TagKind, items: readonly TagItem[]): Reason[] {
  if (carried === 'unchanged') return []
  const rewritten = reason('media.tag-rewritten')
  const unmapped = items.flatMap(({ place, name }) =>
    place !== undefined && isInTags(kind, place) ? [] : [name],
  )
  if (carried === 'unmapped' || unmapped.length === 0) return [rewritten]
  return [rewritten, reason('media.tag-fields-left', { fields: [...new Set(unmapped)] })]
}
