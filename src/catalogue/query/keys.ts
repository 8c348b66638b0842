import { takeCreditApart } from '../../text/credit.ts'
import { takeTitleApart } from '../../text/title/title.ts'
import { keyOf } from '../../text/words.ts'
import { hashKey, signKey } from '../format/hash.ts'

/** A name as the index knows it: folded, spellings levelled, articles dropped, spaces closed. */
export interface ArtistKey {
  readonly key: string
  readonly hash: number
}

/** What a title is found by: its core, so that `feat.`, brackets and version words do not matter. */
export interface TitleKey {
  readonly key: string
  readonly hash: number
  /** The two words of a key entry (`layout.ts`). */
  readonly low: number
  readonly high: number
}

interface TitleKeys extends TitleKey {
  /** Featured artists named in the title, as written. */
  readonly featured: readonly string[]
  /** The title with its bracketed subtitles, folded; where there are none, undefined. */
  readonly full: string | undefined
}

export interface TrackKeys {
  /**
   * The first one's run is the track's place in the index, the others lead to it too. Where nobody is
   * credited the title takes the artist's place, so that such tracks do not make one endless run.
   */
  readonly artists: readonly [ArtistKey, ...ArtistKey[]]
  readonly title: TitleKeys
}

interface Named {
  readonly title: string
  readonly artists: readonly string[]
}

const makeKey = (key: string): ArtistKey => ({ key, hash: hashKey(key) })

/**
 * Dumps name the same artist many times in a row, and popular ones all the time: their keys are
 * remembered, one credit a slot: a new one takes the place of the one before.
 */
const SLOTS = 8192
const remembered: { readonly credit: string; readonly keys: readonly ArtistKey[] }[] = []

function slotOf(credit: string): number {
  const { length } = credit
  const middle = credit.charCodeAt(length >> 1)
  const hash = length + 31 * credit.charCodeAt(0) + 961 * credit.charCodeAt(length - 1)
  return (hash + 29_791 * middle + 7919 * credit.charCodeAt(length >> 2)) & (SLOTS - 1)
}

/** The whole credit first, then the names it may consist of, other forms of it, featured artists. */
function keysOfCredit(credit: string): readonly ArtistKey[] {
  const slot = slotOf(credit)
  const known = remembered[slot]
  if (known?.credit === credit) return known.keys
  const keys = makeKeys(credit)
  remembered[slot] = { credit, keys }
  return keys
}

function makeKeys(credit: string): readonly ArtistKey[] {
  const { main, names, featured, also } = takeCreditApart(credit)
  if (names.length < 2 && featured.length + also.length === 0)
    return main === '' ? [] : [makeKey(keyOf(main))]
  const keys = new Set([main, ...names, ...also, ...featured].map(keyOf))
  keys.delete('')
  return Array.from(keys, makeKey)
}

function keysOfTitle(title: string): TitleKeys {
  const { core, full, versions, featured } = takeTitleApart(title)
  const whole =
    versions.length === 0 && full === core
      ? undefined
      : `${full} ${versions.map(({ kind, detail }) => `${kind} ${detail}`).join(' ')}`
  return { ...keyOfCore(core, whole), featured, full: full === core ? undefined : full }
}

/** `whole` tells recordings of one core apart: subtitles and version words with it. */
export function keyOfCore(core: string, whole?: string): TitleKey {
  const key = keyOf(core)
  const hash = hashKey(key)
  const { low, high } = signKey(key)
  const wholeHash = whole === undefined ? hash : hashKey(whole)
  const words = ((hash & 0xffff) << 16) | ((wholeHash & 0xff) << 8) | high
  return { key, hash, low, high: words >>> 0 }
}

export function keysOf(track: Named): TrackKeys {
  const title = keysOfTitle(track.title)
  const artists: ArtistKey[] = []
  addKeys(track.artists, artists)
  if (artists.length === 0) artists.push({ key: '', hash: title.hash })
  addKeys(title.featured, artists)
  const [first, ...others] = artists
  return { artists: [first as ArtistKey, ...others], title }
}

/** Each key once, and only the first ones of a row with very many: no row may hold a build up. */
function addKeys(credits: readonly string[], to: ArtistKey[]): void {
  for (const credit of credits) {
    for (const key of keysOfCredit(credit)) {
      if (to.length < MAX_KEYS && !to.some((other) => other.hash === key.hash)) to.push(key)
    }
  }
}

const MAX_KEYS = 64
