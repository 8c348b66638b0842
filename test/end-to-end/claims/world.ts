import { createHash } from 'node:crypto'
import { makeWav } from '../../support/sound.ts'

/** Whose a song is, who has put it where anybody may upload, and what is known of it. */
export const kinds = [
  'of a label, by a stranger',
  'of a label, by an account called like the artist',
  'of a label, under a Latin name and known by a Cyrillic one',
  'of a label, known to a shop alone',
  'of no label, by the artist',
  'of a label, on the page that MusicBrainz names as its download',
  'of a netlabel, under the licence that MusicBrainz names',
  'known to nobody, by the artist',
] as const

export type Kind = (typeof kinds)[number]

/** Those that nobody but their owner may give away: a copy of one is a broken promise. */
export const claims: ReadonlySet<Kind> = new Set(kinds.slice(0, 4))

export interface Song {
  readonly number: number
  readonly kind: Kind
  readonly title: string
  readonly artist: string
  readonly seconds: number
  readonly sound: Uint8Array
  readonly md5: string
}

const first = 'Amber Basalt Cedar Dune Ember Fjord Garnet Heron Iris Juniper'.split(' ')
const second = 'Morning Harbour Lantern River Signal'.split(' ')
const people = 'Ada Bruno Clara Dario Edda Fabio Greta Hugo Ines Jonas'.split(' ')
const families = 'Holm Keller Lindqvist Moreau Novak'.split(' ')

export function makeSongs(count: number): readonly Song[] {
  return Array.from({ length: count }, (_, number) => {
    const [five, one] = [Math.floor(number / 10) % 5, number % 10]
    const seconds = 2 + (number % 3)
    const sound = makeWav(seconds, number)
    return {
      number,
      kind: kinds[number % kinds.length] ?? kinds[0],
      title: `${first[one]} ${second[five]} ${number}`,
      artist: `${people[one]} ${families[five]}`,
      seconds,
      sound,
      md5: createHash('md5').update(sound).digest('hex'),
    }
  })
}

export const isrcOf = ({ number }: Song) => `QZCLM26${String(number).padStart(5, '0')}`

export const spotifyIdOf = ({ number }: Song) => `claim${String(number).padStart(17, '0')}`

export const itemOf = ({ number }: Song) => `claim-${number}`

/** A MusicBrainz id of its own, for one of several sorts of things. */
export const mbidOf = ({ number }: Song, sort: number) =>
  `${String(sort).padStart(8, '0')}-0000-4000-8000-${String(number).padStart(12, '0')}`

/** How the songs come: with ISRCs, without, as lines of text, or with links to a service. */
export const shapes = {
  isrcs: {
    file: 'isrcs.csv',
    head: 'Title,Artist,Duration (ms),ISRC',
    row: (song: Song) => [song.title, song.artist, song.seconds * 1000, isrcOf(song)].join(','),
  },
  names: {
    file: 'names.csv',
    head: 'Title,Artist,Duration (ms)',
    row: (song: Song) => [song.title, song.artist, song.seconds * 1000].join(','),
  },
  lines: {
    file: 'lines.txt',
    head: '',
    row: ({ artist, title }: Song) => `${artist} - ${title}`,
  },
  links: {
    file: 'links.csv',
    head: 'Track URI,Title,Artist,Duration (ms)',
    row: (song: Song) =>
      [`spotify:track:${spotifyIdOf(song)}`, song.title, song.artist, song.seconds * 1000].join(
        ',',
      ),
  },
} as const

export type Shape = keyof typeof shapes
