import { takeCreditApart } from '../text/credit.ts'
import { isNobody } from '../text/nobody.ts'
import { remember } from '../text/remember.ts'
import type { Script } from '../text/scripts/script.ts'
import { type Name, namesOf } from './name.ts'

/** Whom a record credits, ready to be compared. */
export interface PreparedCredits {
  /** The whole first credit, before any featured artists. Undefined where no artist is named. */
  readonly artist: Name | undefined
  /** What the artist is written in. */
  readonly artistScript: Script
  /** Whether the artist's name says that it plays what another one made. */
  readonly isTribute: boolean
  /** Whether one of them sells karaoke: it says so in its name more often than in the title. */
  readonly isKaraoke: boolean
  /** Every main artist by itself, the first one first. */
  readonly artists: readonly Name[]
  /** The same, a credit of several counted by its parts only: what must not differ on both sides. */
  readonly people: readonly Name[]
  /** Other forms of the main artists' names: `Seal` for `Seal (Singer)`. */
  readonly also: readonly Name[]
  /** Featured artists, from the credit and from the title. */
  readonly featured: readonly Name[]
}

/** `featuredInTitle`: folded names of the guests whom the title names. */
export function prepareCredits(
  artists: readonly string[],
  featuredInTitle: readonly string[],
): PreparedCredits {
  const [only = NO_CREDITS, ...others] = artists.map(prepareCredit)
  if (others.length === 0 && featuredInTitle.length === 0) return only
  const all = [only, ...others]
  const named = all.filter(({ artist }) => artist !== undefined)
  const people = unique(named.flatMap((credit) => credit.people))
  return {
    artist: named[0]?.artist,
    artistScript: named[0]?.artistScript ?? 'latin',
    isTribute: named[0]?.isTribute ?? false,
    isKaraoke: all.some(({ isKaraoke }) => isKaraoke),
    artists: unique(named.flatMap((credit) => credit.artists)),
    people,
    also: unique(all.flatMap(({ also }) => also)),
    featured: unique([...all.flatMap(({ featured }) => featured), ...namesOf(featuredInTitle)]),
  }
}

/** One credit; the same artists come again and again. */
const prepareCredit = remember((credit): PreparedCredits => {
  const { main, names, featured, also, script, isTribute } = takeCreditApart(credit)
  const isNamed = main !== '' && !isNobody(main)
  const artists = isNamed ? namesOf([main, ...names]) : []
  return {
    artist: artists[0],
    artistScript: isNamed ? script : 'latin',
    isTribute: isNamed && isTribute,
    isKaraoke: KARAOKE.test(credit),
    artists,
    people: isNamed && names.length > 1 ? namesOf(names) : artists,
    also: namesOf(also),
    featured: namesOf(featured),
  }
})

const KARAOKE = /karaoke|sing ?along|made famous/i

const NO_CREDITS: PreparedCredits = {
  artist: undefined,
  artistScript: 'latin',
  isTribute: false,
  isKaraoke: false,
  artists: [],
  people: [],
  also: [],
  featured: [],
}

/** Each name once. */
const unique = (names: readonly Name[]) =>
  names.filter((name, at) => names.findIndex(({ folded }) => folded === name.folded) === at)
