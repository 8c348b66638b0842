import { expect, test } from 'vitest'
import type { Row } from '../../../src/api/contract.ts'
import { listPlayable } from '../../../web/parts/players/playable.ts'

const row = (position: number, state: Row['state'], file?: string): Row => ({
  kind: 'row',
  key: `0.${position}`,
  list: 0,
  position,
  state,
  title: `Song ${position}`,
  artists: ['Ann'],
  file,
})

test('what is kept is played in the list’s order, and what is not is counted', () => {
  const rows = [
    row(3, 'already-kept', 'Road/03 a #1.mp3'),
    row(1, 'kept', 'Road/01 b.mp3'),
    row(2, 'not-found'),
    row(4, 'would-keep'),
    row(5, 'skipped'),
  ]
  const { items, missing } = listPlayable(rows, { view: 'jobs/1', name: 'Road', archive: 'a1' })
  expect(items.map(({ key, sound, cover }) => [key, sound, cover])).toEqual([
    ['0.1', 'archives/a1/files/Road/01%20b.mp3', 'archives/a1/covers/Road/01%20b.mp3'],
    [
      '0.3',
      'archives/a1/files/Road/03%20a%20%231.mp3',
      'archives/a1/covers/Road/03%20a%20%231.mp3',
    ],
  ])
  expect(missing).toBe(2)
})
