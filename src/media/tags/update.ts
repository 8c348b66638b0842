import { isDeepStrictEqual } from 'node:util'
import type { Cover, Tags } from '../../model/media.ts'
import { type Slots, slotsOf } from './slots.ts'
import type { TagKind } from './tag-map.ts'

/** What has to be written anew, by its place; everything else stays as the user has it. */
export interface Changes {
  readonly slots: Slots
  readonly cover?: Cover
  /** Whether something of the user's that stands here gives way. Of several only the first does, which is the one that is read. */
  readonly replaces: (place: string | undefined) => boolean
}

/**
 * Compares facts before and after. A fact that stays as it was stays in the user's own words; one whose place
 * is not yet there is written, wherever else the file has it.
 */
export function findChanges(
  kind: TagKind,
  before: Tags,
  after: Tags,
  present: readonly (string | undefined)[],
  join: (slots: Slots) => Slots = (slots) => slots,
): Changes {
  const [was, is] = [before, after].map((tags) => join(slotsOf(kind, tags))) as [Slots, Slots]
  const there = new Set(present.map((place) => place?.toLowerCase()))
  const slots = new Map(
    [...is].filter(
      ([place, texts]) =>
        !there.has(place.toLowerCase()) || !isDeepStrictEqual(was.get(place), texts),
    ),
  )
  const cover = after.cover && !isSameCover(before.cover, after.cover) ? after.cover : undefined
  const places = new Set(
    [...slots.keys(), ...(cover ? ['cover'] : [])].map((place) => place.toLowerCase()),
  )
  const left = new Set(['uslt', 'sylt', 'woar', 'cover'].filter((place) => places.has(place)))
  return {
    slots,
    ...(cover && { cover }),
    replaces: (place) => {
      const key = place?.toLowerCase()
      if (key === undefined || !places.has(key)) return false
      return ['uslt', 'sylt', 'woar', 'cover'].includes(key) ? left.delete(key) : true
    },
  }
}

const isSameCover = (a: Cover | undefined, b: Cover | undefined) =>
  a === b || (a !== undefined && b !== undefined && Buffer.compare(a.bytes, b.bytes) === 0)
