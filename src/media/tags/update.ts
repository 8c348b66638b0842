import { isDeepStrictEqual } from 'node:util'
import type { Cover, Tags } from '../../model/media.ts'
import { type Slots, slotsOf } from './fields.ts'
import type { TagKind } from './tag-map.ts'

/** What has to be written anew, by its place; everything else stays as the user has it. */
export interface TagChanges {
  readonly slots: Slots
  readonly cover?: Cover
  /** Whether something of the user's that stands here gives way. */
  readonly replaces: (place: string | undefined) => boolean
}

/** Where several may stand: only the first gives way, which is the one that is read. */
const several = new Set(['uslt', 'sylt', 'woar', 'cover'])

/**
 * Compares facts before and after. A fact that stays as it was stays in the user's own words; one whose place
 * is not yet there is written, wherever else the file has it; one that is no more gives way to nothing.
 */
export function findChanges(
  kind: TagKind,
  before: Tags,
  after: Tags,
  present: readonly (string | undefined)[],
  join: (slots: Slots) => Slots = (slots) => slots,
): TagChanges {
  const [was, is] = [before, after].map((tags) => join(slotsOf(kind, tags))) as [Slots, Slots]
  const there = new Set(present.map((place) => place?.toLowerCase()))
  const isFresh = ([place, texts]: readonly [string, readonly string[]]) =>
    !there.has(place.toLowerCase()) || !isDeepStrictEqual(was.get(place), texts)
  const slots = new Map([...is].filter(isFresh))
  const gone = [...was.keys()].filter((place) => !is.has(place))
  const sameCover = isSameCover(before.cover, after.cover)
  const replaced = [...slots.keys(), ...gone, ...(sameCover ? [] : ['cover'])]
  const places = new Set(replaced.map((place) => place.toLowerCase()))
  const done = new Set<string>()
  return {
    slots,
    cover: after.cover && !sameCover ? after.cover : undefined,
    replaces: (place) => {
      const key = place?.toLowerCase()
      if (key === undefined || !places.has(key) || done.has(key)) return false
      if (several.has(key)) done.add(key)
      return true
    },
  }
}

const isSameCover = (a: Cover | undefined, b: Cover | undefined) =>
  a === b || (a !== undefined && b !== undefined && Buffer.compare(a.bytes, b.bytes) === 0)
