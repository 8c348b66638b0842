import { takeCreditApart } from '../text/credit.ts'
import { takeTitleApart } from '../text/title.ts'
import { hashKey, signKey } from './hash.ts'

/** A name as the index knows it: folded, `the` dropped, spaces closed. */
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

export interface TrackKeys {
  /**
   * The first one's run is the track's place in the index, the others lead to it too. Where nobody is
   * credited the title takes the artist's place, so that such tracks do not make one endless run.
   */
  readonly artists: readonly [ArtistKey, ...ArtistKey[]]
  readonly title: TitleKey
}

interface Named {
  readonly title: string
  readonly artists: readonly string[]
}

const makeKey = (key: string): ArtistKey => ({ key, hash: hashKey(key) })

/** `the beatles` → `beatles`; `the the` stays something. */
export function keyOfName(folded: string): string {
  return (folded.startsWith('the ') ? folded.slice(4) : folded).replaceAll(' ', '')
}

/** The same few artists come again and again: their keys are remembered, up to a bound. */
const REMEMBERED = 50_000
const remembered = new Map<string, readonly ArtistKey[]>()

/** The whole credit first, then the names it may consist of, then guests. */
function keysOfCredit(credit: string): readonly ArtistKey[] {
  const known = remembered.get(credit)
  if (known) return known
  const { main, names, featured } = takeCreditApart(credit)
  const keys = new Set([main, ...names, ...featured].map(keyOfName))
  keys.delete('')
  const made = [...keys].map(makeKey)
  if (remembered.size >= REMEMBERED) remembered.clear()
  remembered.set(credit, made)
  return made
}

export function keyOfTitle(title: string): TitleKey & { readonly featured: readonly string[] } {
  const { core, full, versions, featured } = takeTitleApart(title)
  const key = core.replaceAll(' ', '')
  const hash = hashKey(key)
  const whole =
    versions.length === 0 && full === core
      ? hash
      : hashKey(`${full} ${versions.map(({ kind, detail }) => `${kind}${detail}`).join(' ')}`)
  const { low, high } = signKey(key)
  const words = ((hash & 0xffff) << 16) | ((whole & 0xff) << 8) | high
  return { key, hash, low, high: words >>> 0, featured }
}

export function keysOf(track: Named): TrackKeys {
  const title = keyOfTitle(track.title)
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
