import { describe, expect, test } from 'vitest'
import { countPlaysOfFiles } from '../../../src/app/tail/plays-of-files.ts'
import { TrackIndex } from '../../../src/app/tail/track-index.ts'
import type { ArchivedFile } from '../../../src/model/archived-file.ts'
import type { Track } from '../../../src/model/track.ts'
import { keptFile } from './samples.ts'

const amber = keptFile('Amber.flac', {
  title: 'Amber Light',
  artists: ['Ada Holm', 'Bo Lind'],
  album: 'Harbour',
  uri: 'spotify:track:1',
  isrc: 'XXA012600001',
})
const live = keptFile('Live.flac', { title: 'Basalt (Live)', artists: ['Ada Holm'] })
const intro = Array.from({ length: 60 }, (_, at) =>
  keptFile(`Intro ${at}.flac`, { title: 'Intro', artists: [`Band ${at}`] }),
)

describe('a track of a history among the kept ones', () => {
  const kept = new TrackIndex<ArchivedFile>()
  for (const file of [amber, live, ...intro]) kept.add(file, file.track, file.durationMs)
  const cases: readonly (readonly [string, Track, string | undefined, string | undefined])[] = [
    [
      'the address of a whole service, another title',
      { title: 'x', artists: [], uri: 'spotify:track:1' },
      undefined,
      undefined,
    ],
    [
      'same address and title',
      { title: 'Amber Light', artists: ['Ada Holm'], uri: 'spotify:track:1' },
      'Amber.flac',
      'address',
    ],
    [
      'same ISRC',
      { title: 'Amber Light', artists: ['A. Holm'], isrc: 'XXA012600001' },
      'Amber.flac',
      'isrc',
    ],
    [
      'another address, the first artist alone',
      { title: 'Amber light', artists: ['Ada Holm'], uri: 'spotify:track:2' },
      'Amber.flac',
      'names',
    ],
    ['another artist', { title: 'Amber Light', artists: ['Kai Berg'] }, undefined, undefined],
    ['another version', { title: 'Basalt', artists: ['Ada Holm'] }, undefined, undefined],
    ['one of a common title', { title: 'Intro', artists: ['Band 59'] }, 'Intro 59.flac', 'names'],
    ['nothing like it', { title: 'Cedar', artists: ['Ada Holm'] }, undefined, undefined],
  ]
  test.each(cases)('%s', (_, track, path, by) => {
    const found = kept.find(track)
    expect(found?.items[0].path).toBe(path)
    expect(found?.by).toBe(by)
  })
})

test('plays of several names of one file add up, and files that nobody played are left out', () => {
  const plays = countPlaysOfFiles(
    [amber, live],
    [
      { title: 'Amber Light', artists: ['Ada Holm'], uri: 'spotify:track:1', plays: 7 },
      { title: 'Amber Light', artists: ['Ada Holm'], uri: 'spotify:track:9', plays: 2 },
      { title: 'Cedar', artists: ['Ada Holm'], plays: 100 },
    ],
  )
  expect([...plays]).toEqual([['Amber.flac', 9]])
})
