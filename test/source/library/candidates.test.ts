import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CandidateIndex, type Findable } from '../../../src/source/library/candidates.ts'
import { foldText } from '../../../src/text/fold.ts'

/** Names made of a few words, so that every one of them is in hundreds of files. */
const words =
  'love night day dance fire blue moon river road heart home light rain city dream'.split(' ')
const word = (at: number) => words[at % words.length] ?? ''
const others: Findable[] = Array.from({ length: 3000 }, (_, at) => ({
  title: `${word(at)} ${word(Math.floor(at / 15))} ${word(Math.floor(at / 225))}${at % 50 ? '' : ' (Remastered 2011)'}`,
  artists: [`The ${word(at * 7)} ${word(at * 11 + 3)}s`],
  album: `Greatest ${word(at * 5)} Hits`,
  place: `The ${word(at * 7)}/Greatest/${at} ${word(at)}.mp3`,
}))

/** Files with what is asked for, and the ways to ask. */
const wanted: readonly (readonly [Findable, readonly (readonly [string, readonly string[]])[]])[] =
  [
    [
      { title: 'One', artists: ['Metallica'], place: '' },
      [
        ['One - Remastered 2011', ['Metallica']],
        ['One - Remastered 2011', []],
        ['One (Remastered 2011)', ['Metallica']],
        ['one', ['METALLICA']],
        ['One', []],
        ['Onee', ['Metalica']],
      ],
    ],
    [
      { title: 'Bohemian Rhapsody', artists: ['Queen'], album: 'A Night at the Opera', place: '' },
      [
        ['Bohemian Rhapsody - Remastered 2011', ['Queen']],
        ['Bohemain Rapsody', ['Queen']],
        ['Rhapsody, Bohemian', []],
        ['bohemianrhapsody', ['queen']],
        ['Queen: Bohemian Rhapsody', []],
      ],
    ],
    [
      { title: 'Umbrella', artists: ['Rihanna', 'JAY-Z'], place: '' },
      [
        ['Umbrella (feat. Jay-Z)', ['Rihanna']],
        ['Umbrella feat. Jay Z', ['Rihana']],
        ['Umbrela', ['Rihanna & Jay-Z']],
      ],
    ],
    [
      { title: 'Dancing Queen', artists: [], place: 'ABBA/Gold/01 Dancing Queen.mp3' },
      [
        ['Dancing Queen', ['ABBA']],
        ['Dancin Queen - Live', ['Abba']],
      ],
    ],
    [
      { title: 'Подмосковные вечера', artists: ['Владимир Трошин'], place: '' },
      [
        ['Podmoskovnye vechera', ['Vladimir Troshin']],
        ['Подмосковные вечера', []],
      ],
    ],
    [
      { title: 'Déjà Vu', artists: ['Beyoncé'], place: '' },
      [
        ['Deja Vu', ['Beyonce']],
        ['DÉJÀ VU (feat. JAY-Z)', ['BEYONCÉ']],
      ],
    ],
    [{ title: '!!!', artists: ['+/-'], place: '' }, [['!!!', []]]],
  ]
const files = [...others.slice(0, 1500), ...wanted.map(([file]) => file), ...others.slice(1500)]
const index = new CandidateIndex(files)
const askedFor = wanted.flatMap(([file, queries]) =>
  queries.map(([title, artists]) => [title, artists, file] as const),
)

describe('among 3,000 files of the same few words', () => {
  test.each(askedFor)('%j by %j is among the first five', (title, artists, file) => {
    const found = index.find({ title, artists }, 50)
    expect(found.slice(0, 5).map((at) => files[at])).toContain(file)
  })

  test('the artist decides between files of one title', () => {
    const covers = new CandidateIndex(
      Array.from({ length: 100 }, (_, at) => ({
        title: 'Yesterday',
        artists: [at === 70 ? 'The Beatles' : `Choir ${at}`],
        place: '',
      })),
    )
    expect(covers.find({ title: 'Yesterday', artists: ['Beatles'] }, 1)).toEqual([70])
  })

  test('no more than asked for, none twice', () => {
    const found = index.find({ title: 'love night dance', artists: ['The Loves'] }, 50)
    expect(found).toHaveLength(50)
    expect(new Set(found).size).toBe(50)
  })

  test('nothing in common is nothing found', () => {
    expect(index.find({ title: 'Xyzzy', artists: ['Qwk'] }, 50)).toEqual([])
  })
})

test('an ISRC finds its recording under any name, first', () => {
  const isrc = 'GBAYE0601498'
  const named = new CandidateIndex([
    { title: 'Here Comes the Sun', artists: ['The Beatles'], place: '' },
    { title: 'Untitled', artists: [], isrc, place: '' },
  ])
  expect(named.find({ title: 'Here Comes The Sun', artists: ['The Beatles'], isrc }, 2)).toEqual([
    1, 0,
  ])
  expect(named.find({ title: 'Qwk', artists: [], isrc: 'GBAYE0000000' }, 2)).toEqual([])
})

test('every file is found by its own name', () => {
  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .filter((text) => foldText(text) !== '')
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          title: name,
          artists: fc.array(name, { maxLength: 2 }),
          place: fc.constant(''),
        }),
        {
          minLength: 1,
          maxLength: 20,
        },
      ),
      (library) => {
        const own = new CandidateIndex(library)
        for (const file of library) {
          const found = own.find(file, library.length).map((at) => library[at])
          expect(found).toContain(file)
        }
      },
    ),
    { numRuns: 200 },
  )
})
