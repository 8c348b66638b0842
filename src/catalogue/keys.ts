import { takeCreditApart } from '../text/credit.ts'
import { takeTitleApart } from '../text/title.ts'
import { keyOf } from '../text/words.ts'
import { hashKey, signKey } from './hash.ts'

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
  /** Guests named in the title, as written. */
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

/** The same few artists come again and again: their keys are remembered, up to a bound. */
const REMEMBERED = 50_000
const remembered = new Map<string, readonly ArtistKey[]>()

/** The whole credit first, then the names it may consist of, then guests. */
function keysOfCredit(credit: string): readonly ArtistKey[] {
  const known = remembered.get(credit)
  if (known) return known
  const { main, names, featured } = takeCreditApart(credit)
  const keys = new Set([main, ...names, ...featured].map(keyOf))
  keys.delete('')
  const made = [...keys].map(makeKey)
  if (remembered.size >= REMEMBERED) remembered.clear()
  remembered.set(credit, made)
  return made
}

export function keysOfTitle(title: string): TitleKeys {
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
  for (const credits of [track.artists, title.featured]) {
    for (const credit of credits) {
      for (const key of keysOfCredit(credit)) {
        if (!artists.some((other) => other.hash === key.hash)) artists.push(key)
      }
    }
  }
  const [first, ...others] = artists
  // Guests of the title alone are no one to file a track under.
  if (first === undefined || track.artists.length === 0) {
    return { artists: [{ key: '', hash: title.hash }, ...artists], title }
  }
  return { artists: [first, ...others], title }
}
