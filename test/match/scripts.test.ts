import { expect, test } from 'vitest'
import { compare } from '../../src/match/compare.ts'
import { rank } from '../../src/match/rank.ts'
import type { Track } from '../../src/model/track.ts'
import { recordingOf } from './cases.ts'

const lengths = { left: 201_000, right: 201_400 }
const codes = { left: 'JPZZ09900001', right: 'JPZZ09900001' }

const track = (title: string, artist: string, more: Partial<Track> = {}): Track => ({
  title,
  artists: [artist],
  ...more,
})

test.each([
  // The one is the other in Latin letters.
  [track('つばめ', 'Ada Holm'), track('Tubame', 'Ada Holm'), 'match', 'match.romanised'],
  [track('青い鳥', '青木みか'), track('Aoi Tori', 'Mika Aoki'), 'match', 'match.romanised'],
  [track('Площадь', 'Мира Кой'), track('Ploščadʹ', 'Mira Koy'), 'match', 'match.romanised'],
  [
    track('月亮代表海', '陳默'),
    track('Yueliang Daibiao Hai', 'Moses Chan'),
    'match',
    'match.part-in-other-script',
  ],
  // It may be a translation: a length says something, an album more, the ISRC all.
  [track('つばめ', 'Ada Holm'), track('Swallow', 'Ada Holm'), 'ambiguous', 'match.other-script'],
  [
    track('つばめ', 'Ada Holm', { durationMs: lengths.left, album: 'Birds' }),
    track('Swallow', 'Ada Holm', { durationMs: lengths.right, album: 'Birds' }),
    'ambiguous',
    'match.other-script',
  ],
  [
    track('つばめ', '青木みか', { durationMs: lengths.left, isrc: codes.left }),
    track('Swallow', 'Blue Trees', { durationMs: lengths.right, isrc: codes.right }),
    'match',
    'match.other-script',
  ],
  [
    track('つばめ', 'Ada Holm', { durationMs: lengths.left }),
    track('Swallow', 'Ada Holm', { durationMs: lengths.left + 20_000 }),
    'none',
    'match.other-script',
  ],
  [track('つばめ 2', 'Ada Holm'), track('Swallow 3', 'Ada Holm'), 'none', 'match.another-number'],
  [
    track('Harbour', '青木みか', { durationMs: 1000 }),
    track('Harbour', 'Blue Trees', { durationMs: 1000 }),
    'ambiguous',
    'match.exact',
  ],
  [track('つばめ', '青木みか'), track('Swallow', 'Blue Trees'), 'none', 'match.other-script'],
  // Kana spell out what the characters sound like.
  [track('恋', 'Ada Holm'), track('こい', 'Ada Holm'), 'match', 'match.romanised'],
  [track('恋', 'Ada Holm'), track('うみ', 'Ada Holm'), 'none', 'match.different'],
  // Characters are compared as characters.
  [track('遠い海', 'Ada Holm'), track('遠い梅', 'Ada Holm'), 'none', 'match.different'],
  [track('海边的云彩', 'Ada Holm'), track('海邊的雲彩', 'Ada Holm'), 'match', 'match.exact'],
  [track('海边的云彩', 'Ada Holm'), track('海边的石头', 'Ada Holm'), 'none', 'match.different'],
  [track('Home', '山田太郎'), track('Home', '山田次郎'), 'none', 'match.different'],
] as const)('%j and %j: %s', (left, right, decision, level) => {
  const there = compare(left, right)
  expect(there.decision).toBe(decision)
  expect(there.evidence.map((line) => line.level.code)).toContain(level)
  expect(compare(right, left).weight).toBe(there.weight)
})

test('of one artist’s songs the romanised one is found, and the others are no rivals', () => {
  const songs = ['うみ', 'つばめ', '青い鳥'].map((title) => recordingOf(track(title, 'Ada Holm')))
  const { decision, matches } = rank(track('Tsubame', 'Ada Holm'), songs)
  expect(decision).toBe('match')
  expect(
    matches.filter(({ accepted }) => accepted).map(({ recording }) => recording.title),
  ).toEqual(['つばめ'])
})
