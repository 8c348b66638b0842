import { expect, test } from 'vitest'
import type { Recording } from '../../../src/model/recording.ts'
import { orderByLikeness } from '../../../src/source/online/order.ts'

const track = { title: 'Blue Harbour', artists: ['The Lanterns'], durationMs: 221_000 }

const offer = (title: string, artist = 'The Lanterns', durationMs?: number): Recording => ({
  id: `${title}/${artist}/${durationMs}`,
  source: 'somewhere',
  title,
  artists: [artist],
  durationMs,
})

test.each([
  ['the title that was asked for', offer('Blue Harbour'), offer('Night Ferry')],
  ['the artist that was asked for', offer('Blue Harbour'), offer('Blue Harbour', 'Ada Holm')],
  ['no other version', offer('Blue Harbour'), offer('Blue Harbour (Live)')],
  ['another version before another song', offer('Blue Harbour (Live)'), offer('Harbour Rag')],
  [
    'the length that was asked for',
    offer('Blue Harbour', 'The Lanterns', 222_000),
    offer('Blue Harbour', 'The Lanterns', 301_000),
  ],
  ['a title with its artist', offer('Lanterns - Blue Harbour', 'x'), offer('Lanterns - Tide', 'x')],
])('%s comes first', (_, first, second) => {
  expect(orderByLikeness(track, [second, first])).toEqual([first, second])
})

test('each comes once, and the likely ones are among those that are left', () => {
  const many = Array.from({ length: 200 }, (_, at) => offer(`Tide ${at}`))
  const found = orderByLikeness(track, [...many, ...many, offer('Blue Harbour')])
  expect(found).toHaveLength(50)
  expect(found[0]?.title).toBe('Blue Harbour')
  expect(new Set(found.map(({ id }) => id)).size).toBe(50)
})

test('what fits equally well stays in the order that the host gave', () => {
  const found = [offer('Blue Harbour', 'A'), offer('Blue Harbour', 'B'), offer('Blue Harbour', 'C')]
  expect(orderByLikeness(track, found)).toEqual(found)
})
