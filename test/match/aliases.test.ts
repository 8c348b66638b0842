import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare } from '../../src/match/compare.ts'
import { rank } from '../../src/match/rank.ts'
import type { ArtistNames, NameHolder } from '../../src/model/artist-names.ts'
import type { Track } from '../../src/model/track.ts'
import { foldText } from '../../src/text/fold.ts'
import { keyOf } from '../../src/text/words.ts'
import { recordingOf } from './cases.ts'

interface Artist {
  readonly names: readonly string[]
  readonly projects?: readonly string[]
  readonly list?: number
}

/** Names as a list of artists has them. */
function namesOf(artists: readonly Artist[]): ArtistNames {
  const holders = new Map<string, NameHolder[]>()
  const add = (name: string, holder: NameHolder) => {
    const key = keyOf(foldText(name))
    holders.set(key, [...(holders.get(key) ?? []), holder])
  }
  for (const [at, { names, projects = [], list = 1 }] of artists.entries()) {
    const isOwn = list === 0
    const isAlone = names.length + projects.length < 2
    for (const name of names)
      add(name, { list, isOwn, artist: isAlone ? undefined : at, isProject: false })
    for (const name of projects) add(name, { list, isOwn, artist: at, isProject: true })
  }
  return { holdersOf: (key) => holders.get(key) ?? [] }
}

const NAMES = namesOf([
  { names: ['Quillon', 'Old Quill', 'Мария Квилл', '椎名雪'] },
  { names: ['Ferro', 'The Vellum'] },
  { names: ['Ostra', 'The Vellum'] },
  { names: ['Tarn Hollow', 'Marl'] },
  { names: ['Marl'] },
  { names: ['Juno Reeve', 'J. Reeve'], projects: ['Saltbox'] },
  { names: ['Saltbox', 'Salt-Box Unit'], projects: ['Juno Reeve'] },
  // The same artist once more, as another list has it.
  { names: ['Quillon', 'Old Quill'], list: 2 },
  { names: ['Bree', 'Brielle'] },
  { names: ['Brielle'], list: 2 },
  { names: ['Brielle', 'Ro'], list: 2 },
  // One's own table knows which of them is meant.
  { names: ['Tamsin', 'Tam'], list: 0 },
  { names: ['Tam', 'Tamara'] },
  { names: ['Tam'] },
])

const song = (...artists: string[]): Track => ({ title: 'Lantern Weather', artists })
const levelOf = (left: Track, right: Track) =>
  compare(left, right, NAMES).evidence.find(({ field }) => field === 'artist')?.level.code

describe('names of one artist', () => {
  test.each([
    ['an alias', ['Old Quill'], ['Quillon'], 'same-artist'],
    ['two aliases', ['Old Quill'], ['Мария Квилл'], 'same-artist'],
    ['kanji', ['椎名雪'], ['Old Quill'], 'same-artist'],
    ['first of several', ['Old Quill'], ['Quillon', 'Ferro'], 'same-artist'],
    ['among several', ['Old Quill'], ['Ferro', 'Quillon'], 'alias-among-several'],
    ['in one string', ['Quillon'], ['Old Quill & Ferro'], 'alias-among-several'],
    ['both of two', ['Old Quill', 'Ferro'], ['Ferro', 'Quillon'], 'same-artist'],
    ['with a guest', ['Old Quill feat. Ferro'], ['Quillon'], 'same-artist'],
    ['the same name', ['Old Quill'], ['OLD QUILL'], 'exact'],
    ['a name of several', ['The Vellum'], ['Ferro'], 'shared-alias'],
    ['a name of several, one known by it alone', ['Marl'], ['Tarn Hollow'], 'shared-alias'],
    ['a name of several in another list', ['Bree'], ['Brielle'], 'shared-alias'],
    ["a name of several in other lists than one's own", ['Tam'], ['Tamsin'], 'same-artist'],
    ['the others of that name', ['Tam'], ['Tamara'], 'shared-alias'],
    ['another project', ['Saltbox'], ['Juno Reeve'], 'other-project'],
    ['a variation of another project', ['Salt-Box Unit'], ['Juno Reeve'], 'other-project'],
  ] as const)('%s', (_what, left, right, level) => {
    const [one, other] = [song(...left), song(...right)]
    expect(levelOf(one, other)).toBe(`match.${level}`)
    expect(levelOf(other, one)).toBe(`match.${level}`)
    const isSure = ['exact', 'same-artist', 'alias-among-several'].includes(level)
    expect(compare(one, other, NAMES).decision === 'match').toBe(isSure)
    if (level !== 'exact') expect(compare(one, other).decision).not.toBe('match')
  })

  test('an alias that two artists have does not make them one', () => {
    expect(levelOf(song('Ferro'), song('Ostra'))).toBe('match.different')
    expect(compare(song('Ferro'), song('Ostra'), NAMES)).toEqual(
      compare(song('Ferro'), song('Ostra')),
    )
    const [ferro, ostra] = [recordingOf(song('Ferro')), recordingOf(song('Ostra'))]
    const asked = song('The Vellum')
    expect(rank(asked, [ferro, ostra], NAMES)).toMatchObject({
      decision: 'ambiguous',
      reason: { code: 'match.several-fit' },
    })
    expect(rank(asked, [ferro], NAMES)).toMatchObject({
      decision: 'ambiguous',
      reason: { params: { doubt: { code: 'match.alias-of-several' } } },
    })
  })

  test('what is not sure by the name is by name and length', () => {
    for (const [one, other] of [
      ['The Vellum', 'Ferro'],
      ['Saltbox', 'Juno Reeve'],
    ] as const) {
      const [left, right] = [song(one), song(other)]
      const timed = (track: Track, durationMs: number) => ({ ...track, durationMs })
      expect(compare(left, right, NAMES).decision).toBe('ambiguous')
      expect(compare(timed(left, 200_000), timed(right, 200_500), NAMES).decision).toBe('match')
      expect(compare(timed(left, 200_000), timed(right, 212_000), NAMES).decision).not.toBe('match')
    }
  })

  test('an alias before the title is no part of it', () => {
    const left: Track = { title: 'Old Quill - Lantern Weather', artists: [] }
    expect(compare(left, song('Quillon'), NAMES).decision).toBe('match')
    expect(compare(left, song('Quillon')).decision).not.toBe('match')
  })

  test('a guest and a remixer under another name are the same ones', () => {
    const level = (left: Track, right: Track, field: string) =>
      compare(left, right, NAMES).evidence.find((step) => step.field === field)?.level.code
    const guests = [song('Ferro feat. Old Quill'), song('Ferro ft. Quillon')] as const
    expect(level(...guests, 'guests')).toBe('match.shared')
    const others = [song('Ferro feat. Marl'), song('Ferro ft. Tarn Hollow')] as const
    expect(level(...others, 'guests')).toBe('match.other-guests')
    const remix = (name: string) => ({ ...song('Ferro'), title: `Lantern Weather (${name} Remix)` })
    for (const [one, other] of [
      ['Old Quill', 'Quillon'],
      ['Quillon', 'Old Quill'],
    ] as const) {
      expect(level(remix(one), remix(other), 'version')).toBe('match.same')
      expect(compare(remix(one), remix(other)).decision).toBe('none')
    }
    expect(compare(remix('Marl'), remix('Tarn Hollow'), NAMES).decision).toBe('none')
  })

  test('players of a classical work agree by their aliases', () => {
    const title = 'Symphony No. 5 in C Minor, Op. 67: II. Andante con moto'
    const played = (player: string) => ({ title, artists: ['Ludwig van Beethoven', player] })
    const pair = [played('Old Quill'), played('Quillon')] as const
    expect(compare(...pair, NAMES).decision).toBe('match')
    expect(compare(...pair).decision).not.toBe('match')
  })

  test('another version stays another one, whoever plays it', () => {
    const live = { ...song('Old Quill'), title: 'Lantern Weather (Live)' }
    expect(compare(live, song('Quillon'), NAMES).decision).toBe('none')
  })
})

const credit = fc.array(
  fc
    .constantFrom('Quillon', 'Old Quill', 'Ferro', 'The Vellum', 'Ostra', 'Marl', 'Tarn Hollow')
    .chain((name) => fc.constantFrom(name, `${name} & Juno Reeve`, `Saltbox feat. ${name}`)),
  { minLength: 1, maxLength: 4 },
)

test('the same, whichever is asked for; and never less than without aliases', () => {
  fc.assert(
    fc.property(credit, credit, (left, right) => {
      const there = compare(song(...left), song(...right), NAMES)
      const back = compare(song(...right), song(...left), NAMES)
      const codes = [...there.evidence, ...back.evidence].map(({ level }) => level.code)
      if (!codes.some((code) => code.includes('featured')))
        expect(there.weight).toBeCloseTo(back.weight, 9)
      const plain = compare(song(...left), song(...right))
      expect(there.weight).toBeGreaterThanOrEqual(plain.weight)
    }),
    { numRuns: 2000 },
  )
})

test('names that nobody else has change nothing', () => {
  const nobody: ArtistNames = { holdersOf: () => [] }
  fc.assert(
    fc.property(credit, credit, (left, right) => {
      expect(compare(song(...left), song(...right), nobody)).toEqual(
        compare(song(...left), song(...right)),
      )
    }),
  )
})
