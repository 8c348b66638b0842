import fc from 'fast-check'
import type { Recording } from '../../../src/model/recording.ts'
import type { Track } from '../../../src/model/track.ts'
import { recording } from '../support/recording.ts'

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']
const word = (number: number) =>
  `${'Sil Har Cop Lan Win Orc Vel Thu'.split(' ')[number % 8]}${'ent our per tern ter hard vet nder'.split(' ')[(number >> 3) % 8]}`

/** One title by a thousand artists, some of them well known: a title leads to 255 of them. */
const SAME_TITLE = Array.from({ length: 1000 }, (_, number) =>
  recording({
    id: `intro ${number}`,
    title: number % 7 === 0 ? 'Intro (Live)' : 'Intro',
    artists: [`${word(number)} ${word(number >> 2)} ${number}`],
    durationMs: 60_000 + (number % 90) * 1000,
    popularity: (number * 37) % 1000,
  }),
)

const after = (letter: string) => LETTERS[(LETTERS.indexOf(letter) + 1) % LETTERS.length]!

/** Names of two letters, but for `ab`, `bc`, …: each of these is one letter away from a hundred others. */
const SHORT_NAMES = LETTERS.flatMap((one) =>
  LETTERS.filter((two) => two !== after(one)).map((two, at) =>
    recording({
      id: `short ${one}${two}`,
      title: `Lantern ${at % 3} Song`,
      artists: [`${one}${two}`],
      durationMs: 100_000 + at,
    }),
  ),
)

/** A guest on hundreds of tracks of as many artists, with titles that are alike. */
const GUEST = Array.from({ length: 400 }, (_, number) =>
  recording({
    id: `guest ${number}`,
    title: number % 2 === 0 ? `Paper Meadow ${number}` : `Paper ${word(number)} Meadow`,
    artists: [`Host ${word(number * 5)} ${number}`, 'Everywhere Guest'],
    durationMs: 200_000 + number * 100,
  }),
)

/** One code on a hundred recordings. */
const SAME_CODE = Array.from({ length: 100 }, (_, number) =>
  recording({
    id: `code ${number}`,
    title: `Coded ${number}`,
    artists: [`Coder ${number * 31}`],
    isrc: 'GBABC2400001',
  }),
)

const VERSIONS = Array.from({ length: 400 }, (_, number) =>
  recording({
    id: `version ${number}`,
    title: `Only This (Live ${number})`,
    artists: ['One Artist'],
    durationMs: 100_000 + number * 1000,
    album: `Album ${number % 9}`,
  }),
)

const ODD = [
  recording({ id: 'cyrillic', title: 'Ночь', artists: ['Кино', 'Гость'] }),
  recording({ id: 'kana', title: 'さくら', artists: ['いきものがかり'] }),
  recording({ id: 'hangul', title: '봄날', artists: ['방탄소년단'] }),
  recording({ id: 'nobody', title: 'An Anonymous Tune', artists: [] }),
  recording({ id: 'signs', title: '!!!', artists: ['+/-'] }),
  recording({ id: 'empty', title: '\u200b', artists: ['\u200b'] }),
  recording({ id: 'joined', title: 'Silent River', artists: ['Velvet Thunder & Crooked River'] }),
  recording({ id: 'feat', title: 'Blue Hour (feat. Amber Falcon)', artists: ['One', 'Two'] }),
  recording({ id: 'crowd', artists: Array.from({ length: 80 }, (_, at) => `Artist ${at}`) }),
  recording({ id: 'infinite', title: 'No End', popularity: Number.POSITIVE_INFINITY }),
  recording({ id: 'whole', title: 'Gone (A Farewell)', url: 'https://example.org/x', year: 1999 }),
]

/** Recordings that reach every bound of a search. */
export const MANY: readonly Recording[] = [
  ...SAME_TITLE,
  ...SHORT_NAMES,
  ...GUEST,
  ...SAME_CODE,
  ...VERSIONS,
  ...ODD,
]

/** Questions at those bounds. */
export const QUESTIONS: readonly Track[] = [
  { title: 'Intro', artists: ['Nobody Known'] },
  { title: 'Intro', artists: ['Nobody Known'], durationMs: 75_000 },
  { title: 'Intro', artists: [] },
  { title: 'Intro', artists: [word(77)], durationMs: 61_000 },
  ...LETTERS.map((letter) => ({ title: 'Lantern 1 Song', artists: [`${letter}${after(letter)}`] })),
  ...LETTERS.map((letter) => ({ title: 'Lantern 1 Son', artists: [letter] })),
  ...[0, 1, 2, 3].map((at) => ({ title: `Paper Meadow ${at}`, artists: ['Everywhere Guest'] })),
  { title: 'Paper Meadow', artists: ['Everywhere Gest'] },
  ...[1, 57, 90, 350].map((at) => ({
    title: 'Paper Meadow',
    artists: ['Everywhere Guest'],
    durationMs: 200_000 + at * 100,
  })),
  { title: 'Paper Meadow Silent', artists: ['Everywhere Guest', 'One Artist'] },
  { title: 'X', artists: ['Y'], isrc: 'GBABC2400001' },
  { title: 'Coded 55', artists: ['Coder 1705'], isrc: 'GBABC2400001' },
  { title: 'Only This', artists: ['One Artist'] },
  { title: 'Only This', artists: ['One Artist'], durationMs: 350_000, album: 'Album 3' },
  { title: 'Only Thi', artists: ['One Artst'] },
  { title: 'One Artist - Only This', artists: [] },
  { title: 'One Artst - Only This', artists: [] },
  { title: 'Only This - One Artst', artists: [] },
  { title: 'Evrywhere Guest - Paper 3 Meadow', artists: ['Wrong'] },
  { title: 'Only This - Live', artists: ['One Artist'] },
  { title: 'Velvet Thunder - Silent River', artists: [] },
  { title: 'Silent River', artists: ['Crooked River'] },
  { title: 'Blue Hour', artists: ['Amber Falcon'] },
  { title: 'Noch', artists: ['Kino'] },
  { title: 'Gone A Farewell', artists: ['An Artist'] },
  { title: 'Zyzzyva Quartz', artists: ['Qwghlm'] },
  { title: '', artists: [] },
  { title: `${'long '.repeat(2000)}`, artists: ['x'.repeat(5000)] },
  ...MANY.filter((_, at) => at % 9 === 0),
]

const edit = (text: string, [kind, at, letter]: readonly [number, number, string]) => {
  const place = text.length === 0 ? 0 : at % text.length
  if (kind === 0) return text.slice(0, place) + letter + text.slice(place)
  return text.slice(0, place) + (kind === 1 ? '' : letter) + text.slice(place + 1)
}

const anyEdit = fc.tuple(fc.nat(2), fc.nat(200), fc.constantFrom('a', 'x', 'é', 'я', ' '))

/** A question near a recording: letters changed, artists left out, or another title's artist. */
export const questionsAbout = (recordings: readonly Recording[]): fc.Arbitrary<Track[]> =>
  fc.array(
    fc
      .tuple(
        fc.nat(recordings.length - 1),
        fc.nat(recordings.length - 1),
        anyEdit,
        anyEdit,
        fc.nat(6),
      )
      .map(([one, two, first, second, how]): Track => {
        const { title, artists, durationMs, isrc, album } = recordings[one]!
        const other = recordings[two]!
        const [artist = ''] = artists
        if (how === 0) return { title: edit(title, first), artists, durationMs }
        if (how === 1) return { title, artists: [edit(artist, first)], isrc }
        if (how === 2) return { title: edit(title, first), artists: [edit(artist, second)], album }
        if (how === 3) return { title, artists: other.artists, isrc: other.isrc }
        if (how === 4) return { title: `${artist} - ${title}`, artists: [] }
        if (how === 5) return { title, artists: [...artists.slice(1), ...other.artists] }
        return { title, artists: [], durationMs }
      }),
    { minLength: 1, maxLength: 30 },
  )
