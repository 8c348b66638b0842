import { createHash } from 'node:crypto'
import { makeWav } from '../../support/sound.ts'

/** What becomes of a track of this kind, and why it is there. */
export const kinds = [
  'in the user’s folders',
  'free at the Internet Archive',
  'stream only',
  'without a licence',
  'free at Wikimedia Commons',
  'free at ccMixter',
  'download switched off',
  'claimed by a stranger',
  'known, and nowhere free',
  'there in a live version only',
] as const

export type Kind = (typeof kinds)[number]

/** A track that a playlist names, and where in this made-up world it is. */
export interface Thing {
  readonly number: number
  readonly kind: Kind
  readonly title: string
  readonly artist: string
  readonly seconds: number
  readonly sound: Uint8Array
  readonly md5: string
  readonly sha1: string
}

const first = 'Amber Basalt Cedar Dune Ember Fjord Garnet Heron Iris Juniper'.split(' ')
const second = 'Morning Harbour Lantern River Signal Window Orchard Thunder Velvet Winter'.split(
  ' ',
)
const people = 'Ada Bruno Clara Dario Edda Fabio Greta Hugo Ines Jonas'.split(' ')
const families = 'Holm Keller Lindqvist Moreau Novak Ostrow Pereira Quist Rossi Sand'.split(' ')

/** Titles and artists that have no word in common with those of another number. */
export function makeThings(count: number): readonly Thing[] {
  return Array.from({ length: count }, (_, number) => {
    const [ten, one] = [Math.floor(number / 10) % 10, number % 10]
    const round = String.fromCharCode(97 + Math.floor(number / 100))
    const seconds = 2 + (number % 3)
    const sound = makeWav(seconds, number)
    const sum = (name: string) => createHash(name).update(sound).digest('hex')
    return {
      number,
      kind: kinds[number % kinds.length] ?? kinds[0],
      title: `${first[one]} ${second[ten]} ${round}${number}`,
      artist: `${people[ten]} ${families[one]}${round}`,
      seconds,
      sound,
      md5: sum('md5'),
      sha1: sum('sha1'),
    }
  })
}

/** An ISRC of its own for each track that others know. */
export const isrcOf = ({ number }: Thing) => `QZTST26${String(number).padStart(5, '0')}`

/** A MusicBrainz id of its own, for one of several sorts of things. */
export const mbidOf = ({ number }: Thing, sort: number) =>
  `${String(sort).padStart(8, '0')}-0000-4000-8000-${String(number).padStart(12, '0')}`
