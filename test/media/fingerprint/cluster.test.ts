import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clusterFingerprints } from '../../../src/media/fingerprint/cluster.ts'
import { readFingerprint } from '../../../src/media/fingerprint/code.ts'
import { copyWords, drawFrom, makeWords, writeFingerprint } from './synthetic-fingerprints.ts'

interface NamedFingerprint {
  readonly name: string
  readonly code: string
}

const random = drawFrom(1)
const fingerprintOf = (name: string, words: Uint32Array): NamedFingerprint => ({
  name,
  code: writeFingerprint(words),
})

/** The names of those that are one recording, sorted. */
function namesOf(fingerprints: readonly NamedFingerprint[]) {
  const clusters = clusterFingerprints(fingerprints)
  const groups = Map.groupBy(fingerprints.keys(), (at) => clusters[at])
  return [...groups.values()]
    .map((group) => group.map((at) => fingerprints[at]?.name ?? '').sort())
    .sort()
}

test('what is written is read again', () => {
  const word = fc.integer({ min: 0, max: 0xffffffff })
  fc.assert(
    fc.property(fc.array(word, { maxLength: 50 }), (words) => {
      const read = readFingerprint(writeFingerprint(Uint32Array.from(words)))
      expect(read).toEqual({ algorithm: 1, words: Uint32Array.from(words) })
    }),
  )
})

describe('fingerprints', () => {
  const [one, two, three] = [1, 2, 3].map(() => makeWords(random)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ]

  test('come together where they are the same, and number from 0 by their first', () => {
    const fingerprints = [
      fingerprintOf('one', one),
      fingerprintOf('two', two),
      fingerprintOf('one again', copyWords(one, 0.06, 20, random)),
      fingerprintOf('three', three),
      fingerprintOf('two again', copyWords(two, 0.03, -30, random)),
      fingerprintOf('one once more', copyWords(one, 0.02, -8, random)),
    ]
    expect(clusterFingerprints(fingerprints)).toEqual([0, 1, 0, 2, 1, 0])
  })

  test('are one where only a copy between them is like both', () => {
    const [left, right] = [0, 1].map((at) =>
      fingerprintOf(`${at}`, copyWords(one, 0.13, 0, random)),
    )
    if (!left || !right) throw new Error('no fingerprints')
    expect(namesOf([left, right])).toEqual([['0'], ['1']])
    expect(namesOf([left, right, fingerprintOf('between', one)])).toEqual([['0', '1', 'between']])
  })

  test.each([
    ['is another recording, twice', copyWords(one, 0.5, 0, random), [0, 1, 1]],
    ['is too short, twice', one.slice(0, 70), [0, 1, 2]],
    ['is a lasting tone, twice', new Uint32Array(948).fill(7), [0, 1, 2]],
    ['is nothing, twice', new Uint32Array(), [0, 1, 2]],
  ])('are told from what %s', (_, words, expected) => {
    const fingerprints = [
      fingerprintOf('a', one),
      fingerprintOf('b', words),
      fingerprintOf('c', words),
    ]
    expect(clusterFingerprints(fingerprints)).toEqual(expected)
  })

  test('that are no fingerprints stay alone', () => {
    const broken = { name: 'x', code: '!' }
    expect(
      clusterFingerprints([broken, fingerprintOf('a', one), broken, fingerprintOf('b', one)]),
    ).toEqual([0, 1, 2, 1])
    expect(clusterFingerprints([])).toEqual([])
  })

  test('of sixty copies are one', () => {
    const copies = Array.from({ length: 60 }, (_, at) =>
      fingerprintOf(String(at), copyWords(one, 0.04, at % 10, random)),
    )
    expect(new Set(clusterFingerprints([fingerprintOf('other', two), ...copies])).size).toBe(2)
  })

  test('are found among more others that share words with them than are compared', () => {
    const pieces = one.slice(100, 140)
    const others = Array.from({ length: 40 }, (_, at) => {
      const words = makeWords(random)
      words.set(pieces, 300)
      return fingerprintOf(`other ${at}`, words)
    })
    const copy = fingerprintOf('copy', copyWords(one, 0.05, 0, random))
    expect(namesOf([...others, fingerprintOf('one', one), copy])).toContainEqual(['copy', 'one'])
  })
})

/** Originals, quiet or not, with their copies: by each one's wrong bits and shift. */
const family = fc.record({
  seed: fc.integer(),
  isQuiet: fc.boolean(),
  copies: fc.array(
    fc.record({
      wrong: fc.double({ min: 0.001, max: 0.3, noNaN: true }),
      shift: fc.integer({ min: -60, max: 60 }),
    }),
    { maxLength: 6 },
  ),
})

test('the order of the files is of no matter', () => {
  const families = fc.array(family, { minLength: 1, maxLength: 12 })
  const cases = families.chain((all) => {
    const fingerprints = all.flatMap(({ seed, isQuiet, copies }, at) => {
      const draw = drawFrom(seed)
      const words = makeWords(draw, { isQuiet, length: 300 })
      return [
        fingerprintOf(`${at}`, words),
        ...copies.map(({ wrong, shift }, copy) =>
          fingerprintOf(`${at}.${copy}`, copyWords(words, wrong, shift, draw)),
        ),
      ]
    })
    const shuffled = fc.shuffledSubarray(fingerprints, { minLength: fingerprints.length })
    return fc.tuple(fc.constant(fingerprints), shuffled)
  })
  let together = 0
  fc.assert(
    fc.property(cases, ([fingerprints, shuffled]) => {
      const named = namesOf(fingerprints)
      together += named.filter(({ length }) => length > 1).length
      expect(namesOf(shuffled)).toEqual(named)
    }),
    { numRuns: 60 },
  )
  // Where nothing ever came together there would be nothing to tell.
  expect(together).toBeGreaterThan(20)
})
