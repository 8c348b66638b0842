import { expect, test } from 'vitest'
import { mergeAllowLists } from '../../../src/base/http/allow/allow-list.ts'

const rule = (host: string, requests: number, perMs: number, atOnce: number) => ({
  host,
  pace: { requests, perMs },
  atOnce,
})

test('where two declare one host, the more careful word of each counts', () => {
  const fast = rule('musicbrainz.org', 5, 1000, 1)
  const slow = rule('MusicBrainz.org', 1, 1000, 4)
  const careful = rule('musicbrainz.org', 1, 1000, 1)
  expect(mergeAllowLists([fast, slow])).toEqual([careful])
  expect(mergeAllowLists([slow, fast])).toEqual([careful])
})

test('a rate counts, not a number of requests', () => {
  const hourly = rule('a.example', 100, 3_600_000, 1)
  const merged = mergeAllowLists([rule('a.example', 1, 1000, 1), hourly])
  expect(merged).toEqual([hourly])
})

test('how long an answer is kept is said by whoever says it', () => {
  const kept = { ...rule('a.example', 1, 1000, 1), keepForMs: 5 }
  const silent = rule('a.example', 1, 1000, 1)
  expect(mergeAllowLists([silent, kept])).toEqual([kept])
  expect(mergeAllowLists([kept, silent])).toEqual([kept])
})

test('a host named in full stands before the pattern that it fits', () => {
  const merged = mergeAllowLists([
    rule('*.a.example', 5, 1000, 5),
    rule('slow.a.example', 1, 1000, 1),
  ])
  expect(merged.map(({ host }) => host)).toEqual(['slow.a.example', '*.a.example'])
})
