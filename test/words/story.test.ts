import { expect, test } from 'vitest'
import { story as de } from '../../src/words/de/story.ts'
import { story as en } from '../../src/words/en/story.ts'
import type { StoryCounts } from '../../src/words/story-counts.ts'
import { tellStory } from '../../src/words/tell-story.ts'

const nothing: StoryCounts = {
  added: 0,
  removed: 0,
  moved: 0,
  changed: 0,
  withdrawn: 0,
  returned: 0,
}
const run = (at: string, counts: Partial<StoryCounts>) => ({
  at,
  counts: { ...nothing, ...counts },
})

test.each([
  [[], undefined, [], []],
  [[run('2026-03-02T00:00:00Z', {})], undefined, [], []],
  [
    [run('2026-03-02T00:00:00Z', { withdrawn: 2 })],
    'Spotify',
    ['In March 2026 Spotify withdrew two.'],
    ['Im März 2026 nahm Spotify zwei Titel zurück.'],
  ],
  [
    [run('2026-03-02T00:00:00Z', { withdrawn: 1 })],
    undefined,
    ['In March 2026 one track could no longer be played.'],
    ['Im März 2026 ließ sich ein Titel nicht mehr abspielen.'],
  ],
  [
    [
      run('2026-05-01T00:00:00Z', { added: 10, moved: 1 }),
      run('2026-05-31T23:59:59Z', { added: 2, removed: 3 }),
      run('2025-12-24T00:00:00Z', { added: 1200, returned: 1, changed: 1 }),
    ],
    'Deezer',
    [
      'In May 2026 twelve tracks came in, three tracks left and one track was moved.',
      'In December 2025 1,200 tracks came in, one track came back and one track was renamed or corrected.',
    ],
    [
      'Im Mai 2026 kamen zwölf Titel dazu, fielen drei Titel weg und wechselte ein Titel den Platz.',
      'Im Dezember 2025 kamen 1.200 Titel dazu, kam ein Titel wieder und bekam ein Titel andere Angaben.',
    ],
  ],
])('%j of %s', (changes, service, english, german) => {
  expect(tellStory(changes, service, en)).toEqual(english)
  expect(tellStory(changes, service, de)).toEqual(german)
})
