import { isDeepStrictEqual } from 'node:util'
import type { Cover, Tags } from '../model/media.ts'
import { type TagFields, writeFields } from './map/fields.ts'
import type { TagKind } from './map/tag-map.ts'

/** What has to be written anew, by its place; everything else stays as the user has it. */
export interface TagChanges {
  readonly fields: TagFields
  readonly cover?: Cover
  /** Whether what stands at this place in the user's file is replaced or removed. */
  readonly replaces: (place: string | undefined) => boolean
}

/** Places that may stand several times: only the first is replaced, which is the one that is read. */
const REPEATABLE = new Set(['uslt', 'sylt', 'woar', 'cover'])

/**
 * Compares tags before and after. A value that stays as it was keeps the user's own bytes; one whose place
 * is not yet there is written, wherever else the file has it; one that is gone is removed.
 */
export function findChanges(
  kind: TagKind,
  before: Tags,
  after: Tags,
  present: readonly (string | undefined)[],
  join: (fields: TagFields) => TagFields = (fields) => fields,
): TagChanges {
  const [was, is] = [before, after].map((tags) => join(writeFields(kind, tags))) as [
    TagFields,
    TagFields,
  ]
  const there = new Set(present.map((place) => place?.toLowerCase()))
  const isFresh = ([place, texts]: readonly [string, readonly string[]]) =>
    !there.has(place.toLowerCase()) || !isDeepStrictEqual(was.get(place), texts)
  const fields = new Map([...is].filter(isFresh))
  const gone = [...was.keys()].filter((place) => !is.has(place))
  const sameCover = isSameCover(before.cover, after.cover)
  const replaced = [...fields.keys(), ...gone, ...(sameCover ? [] : ['cover'])]
  const places = new Set(replaced.map((place) => place.toLowerCase()))
  const done = new Set<string>()
  return {
    fields,
    cover: after.cover && !sameCover ? after.cover : undefined,
    replaces: (place) => {
      const key = place?.toLowerCase()
      if (key === undefined || !places.has(key) || done.has(key)) return false
      if (REPEATABLE.has(key)) done.add(key)
      return true
    },
  }
}

const isSameCover = (a: Cover | undefined, b: Cover | undefined) =>
  a === b || (a !== undefined && b !== undefined && Buffer.compare(a.bytes, b.bytes) === 0)
