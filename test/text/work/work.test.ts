import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composerOf } from '../../../src/text/work/composers.ts'
import { readKey } from '../../../src/text/work/keys.ts'
import { plainTitle } from '../../../src/text/work/plain.ts'
import { readWork } from '../../../src/text/work/work.ts'
import { codePoint } from '../../support/code-point.ts'

test.each([
  ['Sonata in C-sharp minor', 1, 'minor'],
  ['Sonate cis-Moll', 1, 'minor'],
  ['Sonate en ut dièse mineur', 1, 'minor'],
  ['Sonata in do diesis minore', 1, 'minor'],
  ['Quartett B-Dur', 10, 'major'],
  ['Messe in h-Moll', 11, 'minor'],
  ['Konzert Es-Dur', 3, 'major'],
  ['Trio in A♭ major', 8, 'major'],
  ['Concierto en mi bemol mayor', 3, 'major'],
  ['Соната ля минор', 9, 'minor'],
  ['ピアノソナタ 変ロ長調', 10, 'major'],
  ['Impromptu in F, Op. 12', 5, 'major'],
] as const)('the key of %s', (title, tonic, mode) => {
  expect(readKey(plainTitle(title)).key).toEqual({ tonic, mode })
})

test.each([
  ['Rondo in D, Op. 12 No. 3', [['op', '12', 3]]],
  ['Rondo D-Dur op.12/3', [['op', '12', 3]]],
  ['Trio, Hob. XV:25', [['hob', '15:25', undefined]]],
  ['Serenade KV 100/62a', [['k', '100', undefined]]],
  ['Fugue, BWV 901a', [['bwv', '901a', undefined]]],
  ['Minuet, BWV Anh. 114', [['bwvanh', '114', undefined]]],
  ['Waltz, D. 145: No. 6', [['d', '145', 6]]],
  [
    'Rondo, WoO 49 & S.12',
    [
      ['woo', '49', undefined],
      ['s', '12', undefined],
    ],
  ],
  ['Романс, соч. 21', [['op', '21', undefined]]],
] as const)('the catalogue numbers of %s', (title, expected) => {
  const numbers = readWork(title)?.catalogue.map(({ system, number, piece }) => [
    system,
    number,
    piece,
  ])
  expect(numbers).toEqual(expected)
})

test.each([
  ['Third Symphony: II. Adagio', 3, 2],
  ['3. Sinfonie, 2. Satz', 3, 2],
  ['Sinfonia n. 3 - II. Adagio', 3, 2],
  ['交響曲第3番 第2楽章', 3, 2],
  ['Symphonie n° 3 (2e mouvement)', 3, undefined],
  ['6 Waltzes: No. 4', 4, undefined],
  ['Waltz No. 4', 4, undefined],
])('the numbers of %s', (title, number, movement) => {
  const work = readWork(title)
  expect(work?.number).toBe(number)
  expect(work?.movement?.number).toBe(movement)
})

test.each([
  'Blue Harbour',
  'Symphony',
  'Waltz for Ada',
  'March of the Lanterns',
  'Op Zee',
  'Track 12',
  '',
])('%j names no work', (title) => {
  expect(readWork(title)).toBe(undefined)
})

test.each([
  ['beethoven', 'beethoven'],
  ['ludwig van beethoven', 'beethoven'],
  ['l van beethoven', 'beethoven'],
  ['js bach', 'bach 0'],
  ['carl philipp emanuel bach', 'bach 1'],
  ['cpe bach', 'bach 1'],
  ['johann strauss ii', 'strauss 1'],
  ['petr ilyich chaikovsky', 'tchaikovsky'],
  ['betkhoven', 'beethoven'],
  ['nils bach', undefined],
  ['ada holm', undefined],
  ['beethoven quartet', undefined],
])('%s is the composer %s', (name, composer) => {
  expect(composerOf(name)).toBe(composer)
})

test('any title is read', () => {
  const words = fc.constantFrom(
    'Symphony',
    'No. 5',
    ': I.',
    'Op. 9',
    '/',
    '2',
    'c-Moll',
    '- ',
    '(',
    '"',
    'op',
    'K.',
    '第',
    '番',
  )
  const titles = fc.oneof(
    fc.string({ unit: codePoint, maxLength: 60 }),
    fc.array(words, { maxLength: 12 }).map((parts) => parts.join(' ')),
  )
  fc.assert(
    fc.property(titles, (title) => void readWork(title)),
    { numRuns: 2000 },
  )
})
