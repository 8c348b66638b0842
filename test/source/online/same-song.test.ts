import { describe, expect, test } from 'vitest'
import type { Track } from '../../../src/model/track.ts'
import { isLikeSong, isSameSong } from '../../../src/source/online/same-song.ts'

const HARBOUR: Track = { title: 'Blue Harbour', artists: ['The Lanterns'], durationMs: 221_000 }

const given = (fields: Partial<Track>) => ({
  title: 'Blue Harbour',
  artists: ['Lanterns'],
  ...fields,
})

describe('isSameSong', () => {
  test.each<[string, Track, Partial<Track>]>([
    ['under the same name', HARBOUR, {}],
    ['remastered', HARBOUR, { title: 'Blue Harbour (2019 Remaster)' }],
    ['with a guest', HARBOUR, { title: 'Blue Harbour (feat. Ann Lee)' }],
    ['misspelled by a letter', HARBOUR, { title: 'Blue Habour' }],
    ['in a joint credit', HARBOUR, { artists: ['The Lanterns & Ann Lee'] }],
    ['some seconds longer', HARBOUR, { durationMs: 229_000 }],
    ['whose length nobody knows', { ...HARBOUR, durationMs: undefined }, { durationMs: 1 }],
    [
      'live, as asked',
      { ...HARBOUR, title: 'Blue Harbour - Live' },
      { title: 'Blue Harbour (live at the Mill)' },
    ],
    [
      'whose artist nobody names, of the same album and length',
      { ...HARBOUR, artists: [], album: 'Harbour Lights' },
      { artists: ['Anybody'], album: 'HARBOUR LIGHTS', durationMs: 223_000 },
    ],
  ])('a song %s is the same', (_, track, fields) => {
    expect(isSameSong(track, given(fields))).toBe(true)
  })

  test.each<[string, Track, Partial<Track>]>([
    ['by somebody else', HARBOUR, { artists: ['Harbour Karaoke Kings'] }],
    ['by nobody', HARBOUR, { artists: [] }],
    ['live', HARBOUR, { title: 'Blue Harbour (Live)' }],
    ['remixed', HARBOUR, { title: 'Blue Harbour (Ann Lee Remix)' }],
    ['for karaoke', HARBOUR, { title: 'Blue Harbour (Karaoke Version)' }],
    [
      'from the studio, where a concert is asked for',
      { ...HARBOUR, title: 'Blue Harbour - Live' },
      {},
    ],
    ['of another name', HARBOUR, { title: 'Blue Moon' }],
    ['with more in its name', HARBOUR, { title: 'Blue Harbour Nights' }],
    ['much longer', HARBOUR, { durationMs: 305_000 }],
    ['whose artist nobody names', { ...HARBOUR, artists: [] }, { durationMs: 221_000 }],
    [
      'whose artist nobody names, of the same album and another length',
      { ...HARBOUR, artists: [], album: 'Harbour Lights' },
      { album: 'Harbour Lights', durationMs: 226_000 },
    ],
    [
      'whose artist nobody names, of the same album and no known length',
      { ...HARBOUR, artists: [], album: 'Harbour Lights' },
      { album: 'Harbour Lights' },
    ],
  ])('a song %s is another', (_, track, fields) => {
    expect(isSameSong(track, given(fields))).toBe(false)
  })

  test('an artist may be called otherwise there', () => {
    const track = { ...HARBOUR, artists: ['Lyktene'] }
    expect(isSameSong(track, given({}))).toBe(false)
    expect(isSameSong(track, given({}), ['Lyktene'])).toBe(true)
  })
})

describe('isLikeSong', () => {
  const track = { title: 'Amber Street', artists: ['Ina Voss'] }
  test.each([
    ['Amber Street', ['Ina Vos'], true],
    ['Amber Street', ['InaVoss'], true],
    ['Amber Street', ['Voss, Ina'], true],
    ['Amber Street', ['Ina Voss - Topic'], true],
    ['Amber Street (Live)', ['Ina Voss'], true],
    ['Амбер', ['Ина Восс'], true],
    ['琥珀', ['Ina Voss'], true],
    ['Amber Street', ['Oda Brandt'], false],
    ['Morning Tide', ['Ina Voss'], false],
  ])('%s by %j: %s', (title, artists, isLike) => {
    expect(isLikeSong(track, { title, artists })).toBe(isLike)
  })
})
