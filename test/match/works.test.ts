import { expect, test } from 'vitest'
import { compare } from '../../src/match/compare.ts'
import { rank } from '../../src/match/rank.ts'
import type { Track } from '../../src/model/track.ts'
import { recordingOf } from './cases.ts'

/** `Title | Artist | Artist` */
function track(text: string): Track {
  const [title = '', ...artists] = text.split(' | ')
  return { title, artists }
}

const same = [
  // In two languages.
  [
    'Symphonie n° 7 en la majeur, op. 92 : II. Allegretto | Beethoven',
    'Symphony No. 7 in A Major, Op. 92: II. Allegretto | Ludwig van Beethoven',
  ],
  [
    '7. Sinfonie A-Dur op. 92 - 2. Satz | Beethoven',
    'Sinfonia n. 7 in la maggiore, Op. 92: II. Allegretto | L. van Beethoven',
  ],
  [
    'Симфония № 7, соч. 92: II. Allegretto | Бетховен',
    'Symphony No. 7 in A Major, Op. 92: II. Allegretto | Beethoven',
  ],
  [
    '交響曲第7番 イ長調 作品92 第2楽章 | ベートーヴェン',
    'Symphony No. 7 in A Major, Op. 92: II. Allegretto | Beethoven',
  ],
  [
    'Streichquartett C-Dur Hob. III:77 "Kaiser": II. Poco adagio | Haydn',
    'String Quartet in C Major, Hob.III/77: 2. Poco adagio | Joseph Haydn',
  ],
  // By a nickname.
  [
    'Forellenquintett: IV. Andantino | Schubert',
    'Piano Quintet in A Major, D. 667 "The Trout": IV. Andantino | Franz Schubert',
  ],
  [
    'Les quatre saisons - L’automne: III. Allegro | Vivaldi',
    'Violin Concerto in F Major, RV 293 "Autumn": III. Allegro | Antonio Vivaldi',
  ],
  ['Hummelflug | Rimsky-Korsakov', 'Flight of the Bumblebee | Nikolai Rimsky-Korsakov'],
  // Pieces of a set.
  ['Mazurkas, Op. 24: No. 2 in C Major | Chopin', 'Mazurka C-Dur op. 24/2 | Frédéric Chopin'],
  [
    '6 Moments, Op. 16: IV. Presto, Etude | Rachmaninov',
    '6 Moments, Op. 16: IV. Presto, Etude | Sergei Rachmaninoff',
  ],
  [
    'Slavonic Dances, Op. 46: No. 8 in G Minor | Dvořák',
    'Slawischer Tanz Nr. 8 g-Moll | Antonín Dvořák',
  ],
  // The composer in front of the title, and players that both sides name.
  [
    'Brahms: Violin Concerto in D, Op. 77 - 3. Allegro giocoso | Ada Holm, Otto Quist',
    'Violinkonzert D-Dur op. 77: III. Allegro giocoso | Johannes Brahms | Ada Holm',
  ],
  [
    'Mahler: Symphony No. 4: I. Bedächtig | Leonard Bernstein',
    'Symphony No. 4: I. Bedächtig | Gustav Mahler | Harbour Philharmonic | Leonard Bernstein',
  ],
] as const

test.each(same)('%s is %s', (left, right) => {
  const there = compare(track(left), track(right))
  expect(there.decision).toBe('match')
  expect(compare(track(right), track(left)).weight).toBe(there.weight)
})

const other = [
  [
    'another number',
    'Symphony No. 7 in A Major, Op. 92: II. | Beethoven',
    'Symphony No. 8 in F Major, Op. 93: II. | Beethoven',
  ],
  ['another opus', 'Nocturne No. 1, Op. 27 | Chopin', 'Nocturne No. 1, Op. 37 | Chopin'],
  ['another piece of the opus', 'Mazurka, Op. 24 No. 2 | Chopin', 'Mazurka, Op. 24 No. 3 | Chopin'],
  ['another key', 'Sonata No. 2 in A Major: I. | Brahms', 'Sonata No. 2 in A Minor: I. | Brahms'],
  [
    'another movement',
    'Symphony No. 7, Op. 92: II. Allegretto | Beethoven',
    'Symphony No. 7, Op. 92: III. Presto | Beethoven',
  ],
  [
    'another movement without a number',
    'Requiem, Op. 48: Sanctus | Fauré',
    'Requiem, Op. 48: In paradisum | Fauré',
  ],
  [
    'what comes back',
    'Partita No. 1, BWV 825: Menuet | Bach',
    'Partita No. 1, BWV 825: Menuet da capo | Bach',
  ],
  [
    'a part and the whole',
    'Symphony No. 7, Op. 92 | Beethoven',
    'Symphony No. 7, Op. 92: III. Presto | Beethoven',
  ],
  [
    'its prelude and its fugue',
    'Prelude in D Major, BWV 850 | Bach',
    'Fugue in D Major, BWV 850 | Bach',
  ],
  ['another book', 'Preludes, Book 1: No. 2 | Debussy', 'Preludes, Livre II: No. 2 | Debussy'],
  ['another instrument', 'Violin Sonata No. 1: I. | Brahms', 'Cello Sonata No. 1: I. | Brahms'],
  ['another set', 'Hungarian Dance No. 8 | Brahms', 'Slavonic Dance No. 8 | Dvořák'],
  [
    'another composer, one orchestra',
    'Symphony No. 7: I. Allegro | Beethoven | Harbour Philharmonic',
    'Symphony No. 7: I. Allegro | Bruckner | Harbour Philharmonic',
  ],
  [
    'other players',
    'Violin Concerto, Op. 77: III. | Brahms | Ada Holm',
    'Violin Concerto, Op. 77: III. | Brahms | Mira Koy',
  ],
  [
    'an arrangement',
    'Symphony No. 7, Op. 92: II. (arr. for guitar) | Beethoven',
    'Symphony No. 7, Op. 92: II. | Beethoven',
  ],
  ['no composer: two songs', 'The Swan | Ada Holm', 'Le cygne | Ada Holm'],
] as const

test.each(other)('%s: %s is not %s', (_, left, right) => {
  const there = compare(track(left), track(right))
  expect(there.decision).not.toBe('match')
  expect(compare(track(right), track(left)).weight).toBe(there.weight)
})

test('two performances of the piece that is asked for are rivals', () => {
  const performances = ['Ada Holm', 'Mira Koy'].map((player) =>
    recordingOf(
      track(`Violin Concerto in D Major, Op. 77: III. Allegro | Johannes Brahms | ${player}`),
    ),
  )
  const asked = track('Violinkonzert D-Dur op. 77: III. Allegro | Brahms')
  expect(rank(asked, performances)).toMatchObject({
    decision: 'ambiguous',
    reason: { code: 'match.several-fit' },
  })
})
