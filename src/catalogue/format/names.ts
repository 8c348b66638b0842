/**
 * A list of artists' names: who is known by which name. Names are their hashes; nothing of a name itself is kept.
 *
 *     names          postings (`layout.ts`): hash of a name → holder, as below
 *     artist-names   6 bytes a name, those of one artist one after another, its main name first:
 *                    0 u40 hash of the name · 5 u8 flags, of NAME_FLAGS
 *
 * An artist's number is the place of its first name in `artist-names`. Whoever is known by one name alone has no
 * number; that there is somebody is kept where the name is also somebody else's.
 */
export const ARTIST_NAME_BYTES = 6
export const NAME_FLAGS = { isProject: 1, isLast: 2 } as const

/** Where names come from, by number. Each has ids of its own, so nothing is the same artist across two of them. */
export const NAME_LISTS = ['table', 'musicbrainz', 'discogs'] as const
export type NameList = (typeof NAME_LISTS)[number]

/** Of the lists, the one that the user has made. */
export const OWN_LIST = NAME_LISTS.indexOf('table')

/** A holder, in 32 bits: 0–27 the artist's number, all set for one without · 28–30 list · 31 another project. */
const NUMBER_BITS = 28
export const NO_NUMBER = 2 ** NUMBER_BITS - 1

export const writeHolder = (number: number, list: number, isProject: boolean) =>
  (number | (list << NUMBER_BITS) | (isProject ? 1 << 31 : 0)) >>> 0

export const numberOf = (holder: number) => holder & NO_NUMBER
export const listOf = (holder: number) => (holder >>> NUMBER_BITS) & 7
export const isProject = (holder: number) => holder >>> 31 === 1
