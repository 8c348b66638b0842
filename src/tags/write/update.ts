import { isDeepStrictEqual } from 'node:util'
import type { Cover, Tags } from '../../model/media.ts'
import { type TagFields, writeFields } from '../map/fields.ts'
import { isInTags } from '../map/read-extra.ts'
import type { TagKind } from '../map/tag-map.ts'
import { MISDESCRIBED } from '../picture.ts'
import type { Carried, TagItem } from './file-tags.ts'

/** What has to be written anew, by its place; everything else stays as the user has it. */
export interface TagChanges {
  readonly fields: TagFields
  readonly cover?: Cover
  /** Whether what stands at this place in the user's file is replaced or removed. */
  readonly replaces: (place: string | undefined) => boolean
}

/** Tags before and after, and the places that the file has. */
export interface TagUpdate {
  readonly kind: TagKind
  readonly before: Tags
  readonly after: Tags
  readonly present: readonly TagItem[]
  readonly carried: Carried
  /** Puts places together that share one frame. */
  readonly join?: (fields: TagFields) => TagFields
}

/** Places that may stand several times: only the first is replaced, which is the one that is read. */
const REPEATABLE = new Set(['uslt', 'sylt', 'woar', 'cover'])

export function findChanges(update: TagUpdate): TagChanges {
  return update.carried === 'unchanged' ? compare(update) : writeAll(update)
}

/**
 * Compares tags before and after. A value that stays as it was keeps the user's own bytes; one whose place
 * is not yet there is written, wherever else the file has it; one that is gone is removed.
 */
function compare({ kind, before, after, present, join = asTheyAre }: TagUpdate): TagChanges {
  const was = join(writeFields(kind, before))
  const is = join(writeFields(kind, after))
  const there = new Set(present.map(({ place }) => place?.toLowerCase()))
  const isFresh = ([place, texts]: readonly [string, readonly string[]]) =>
    !there.has(place.toLowerCase()) || !isDeepStrictEqual(was.get(place), texts)
  const fields = new Map([...is].filter(isFresh))
  const gone = [...was.keys()].filter((place) => !is.has(place))
  const sameCover =
    isSameCover(before.cover, after.cover) && (!there.has(MISDESCRIBED) || there.has('cover'))
  const replaced = [...fields.keys(), ...gone, ...(sameCover ? [] : ['cover']), MISDESCRIBED]
  const places = new Set(replaced.map((place) => place.toLowerCase()))
  const done = new Set<string>()
  return {
    fields,
    cover: sameCover ? undefined : after.cover,
    replaces: (place) => {
      const key = place?.toLowerCase()
      if (key === undefined || !places.has(key) || done.has(key)) return false
      if (REPEATABLE.has(key)) done.add(key)
      return true
    },
  }
}

function writeAll({ kind, after, carried, join = asTheyAre }: TagUpdate): TagChanges {
  return {
    fields: join(writeFields(kind, after)),
    cover: after.cover,
    replaces: (place) =>
      carried === 'nothing' ||
      place === MISDESCRIBED ||
      (place !== undefined && isInTags(kind, place)),
  }
}

const asTheyAre = (fields: TagFields) => fields

const isSameCover = (a: Cover | undefined, b: Cover | undefined) =>
  a === b || (a !== undefined && b !== undefined && Buffer.compare(a.bytes, b.bytes) === 0)
