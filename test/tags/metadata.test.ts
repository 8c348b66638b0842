import { describe, expect, test } from 'vitest'
import type { Tags } from '../../src/model/media.ts'
import type { Recording } from '../../src/model/recording.ts'
import type { Track } from '../../src/model/track.ts'
import { noTags } from '../../src/tags/map/fields.ts'
import { type MetadataSources, mergeMetadata } from '../../src/tags/write/metadata.ts'

const recording: Recording = {
  id: 'r',
  source: 'internet-archive',
  title: 'Found',
  artists: ['Finder'],
  album: 'Album',
  albumArtists: ['Various'],
  year: 2001,
  trackNumber: 4,
  url: 'https://example.org/item',
}
const track: Track = {
  title: 'Listed',
  artists: ['Lister', 'Other'],
  album: 'Compilation',
  year: 2015,
  isrc: 'DEABC1234567',
  trackNumber: 17,
  discNumber: 2,
}
const licence = {
  id: 'CC-BY-4.0',
  name: 'CC BY',
  url: 'https://creativecommons.org/licenses/by/4.0/',
}
const provenance = { keptFrom: 'internet-archive', verdict: licence.id }
const merge = (own: Partial<Tags>, from: Partial<Recording> = recording, listed = track) =>
  mergeMetadata(
    { ...noTags, ...own },
    {
      recording: { id: 'r', source: 's', title: '', artists: [], ...from },
      track: listed,
      licence,
    },
  )

describe('tags', () => {
  test('of the file stay', () => {
    const own: Tags = {
      ...noTags,
      title: 'Own',
      artists: ['Mine'],
      artistCredit: 'Mine & Yours',
      album: 'Mixtape',
      date: '1999-05-01',
      isrc: 'USXYZ7654321',
      licenceUrl: 'https://example.org/licence',
      sourceUrl: 'https://example.org/mine',
      lyrics: 'la\n la',
      extra: { MOOD: ['calm'] },
    }
    expect(merge(own)).toEqual({ ...own, albumArtists: [], ...provenance })
  })

  test('that it leaves empty come from the recording, then from the track', () => {
    expect(merge({})).toEqual({
      ...noTags,
      ...provenance,
      title: 'Found',
      artists: ['Finder'],
      album: 'Album',
      albumArtists: ['Various'],
      trackNumber: 4,
      date: '2001',
      isrc: 'DEABC1234567',
      licenceUrl: licence.url,
      sourceUrl: 'https://example.org/item',
    })
    expect(merge({}, {})).toMatchObject({
      title: 'Listed',
      artists: ['Lister', 'Other'],
      album: 'Compilation',
      trackNumber: 17,
      discNumber: 2,
      date: '2015',
    })
  })

  test.each([
    ['the file', merge({ album: 'Mine' })],
    ['the recording', merge({}, { album: 'Mine' })],
  ])(
    'of another album are not taken over: named by %s',
    (_, { trackNumber, discNumber, albumArtists }) => {
      expect({ trackNumber, discNumber, albumArtists }).toEqual({ albumArtists: [] })
    },
  )

  test.each([
    ['a NUL', 'A\0B', 'A B'],
    ['line ends and tabs', ' A\r\n\tB ', 'A B'],
    ['half a character', 'A\ud83d', 'A\ufffd'],
    ['a bell', 'A\u0007', 'A'],
    ['right to left', '\u202eabc', '\u202eabc'],
  ])('are cleaned of %s', (_, text, clean) => {
    expect(
      merge({ title: text, artists: [text, '\0'], album: text, extra: { x: ['a\0b\nc'] } }),
    ).toMatchObject({
      title: clean,
      artists: [clean],
      album: clean,
      extra: { x: ['a b\nc'] },
    })
  })

  test.each([
    ['Rock (Indie)', ['Rock (Indie)']],
    ['(17)', []],
    ['17', []],
    ['(Indie) Rock', ['Indie Rock']],
    ['1990s', ['1990s']],
  ])('genre %s', (genre, genres) => {
    expect(merge({ genres: [genre] }).genres).toEqual(genres)
  })

  test.each([
    ['https://example.org/日本 x?a=%20b', 'https://example.org/%E6%97%A5%E6%9C%AC%20x?a=%20b'],
    ['https://example.org/plain?a=1&b=2#c', 'https://example.org/plain?a=1&b=2#c'],
  ])('URLs are ASCII: %s', (url, ascii) => {
    expect(merge({ sourceUrl: url }).sourceUrl).toBe(ascii)
  })

  const mergeAll = (own: Partial<Tags>, sources: Partial<MetadataSources>) =>
    mergeMetadata({ ...noTags, ...own }, { recording, track, licence, ...sources })

  test('a place that is no number is not replaced by another’s number', () => {
    const extra = { TRACKNUMBER: ['A1'], DISCNUMBER: ['Side B'] }
    const merged = merge({ extra, album: 'Album' }, recording, { ...track, album: 'Album' })
    expect(merged).toMatchObject({ extra })
    expect(merged.trackNumber).toBeUndefined()
    expect(merged.discNumber).toBeUndefined()
  })

  test('that a catalogue knows fill gaps before all others', () => {
    const known: Partial<Tags> = {
      title: 'Known',
      artists: ['A', 'B'],
      artistCredit: 'A feat. B',
      artistSort: 'A, The',
      album: 'Album',
      trackTotal: 9,
      labels: ['Label'],
      recordingMbid: 'r',
      releaseMbid: 'l',
    }
    expect(mergeAll({}, { known })).toMatchObject(known)
    const own = { title: 'Own', artists: ['Mine'], recordingMbid: 'mine' }
    const merged = mergeAll(own, { known })
    expect(merged).toMatchObject({ ...own, labels: ['Label'], releaseMbid: 'l' })
    expect(merged).not.toHaveProperty('artistCredit')
  })

  test('of a release that is not the file’s are left out', () => {
    const known = {
      album: 'Other',
      trackNumber: 7,
      releaseMbid: 'l',
      labels: ['L'],
      recordingMbid: 'r',
    }
    const merged = mergeAll({ album: 'Mine' }, { known })
    expect(merged).toMatchObject({ album: 'Mine', recordingMbid: 'r' })
    for (const field of ['trackNumber', 'releaseMbid', 'labels'])
      expect(merged).not.toHaveProperty(field)
  })

  test('that were measured stand for what the file claims', () => {
    const own = {
      trackGainDb: 12,
      acoustidFingerprint: 'old',
      originalSha256: 'of an earlier copy',
    }
    const measured = { trackGainDb: -3, acoustidFingerprint: 'new' }
    const merged = mergeAll(own, { measured })
    expect(merged).toMatchObject(measured)
    expect(merged).not.toHaveProperty('originalSha256')
    const again = mergeAll({ keptFrom: 'elsewhere', verdict: 'CC0-1.0' }, {})
    expect(again).toMatchObject(provenance)
  })

  test.each([
    ['1999', '1999-05-01', '1999-05-01'],
    ['1999-05', '1999-05-01', '1999-05-01'],
    ['1999-05-01', '1999', '1999-05-01'],
    ['1998', '1999-05-01', '1998'],
    [undefined, '1999-05-01', '1999-05-01'],
  ])('date %s, known %s: %s', (own, date, result) => {
    const known = { album: 'Album', date, originalDate: date }
    const merged = mergeAll({ date: own || undefined, originalDate: own || undefined }, { known })
    expect([merged.date, merged.originalDate]).toEqual([result, result])
  })

  test.each(['Unknown Artist', '[unknown]', 'Track 07', 'Untitled', 'AudioTrack 1'])(
    'that only stand for one are none: %s',
    (text) => {
      const merged = merge({ title: text, artists: [text], album: text, albumArtists: [text] })
      expect(merged).toMatchObject({ title: 'Found', artists: ['Finder'], album: 'Album' })
    },
  )

  test('that only stand for one stay where nobody knows better', () => {
    const own = { title: 'Track 07', artists: ['Unknown Artist'], album: 'Unknown Album' }
    const nobody = { title: '', artists: [] }
    const merged = merge(own, {}, nobody)
    expect(merged).toMatchObject(own)
  })

  test('of people and lines are cleaned too', () => {
    const own = {
      performers: [
        { name: ' A\0 ', role: ' gui\ntar ' },
        { name: '\0', role: 'x' },
      ],
      syncedLyrics: [{ ms: 1.4, text: 'a\nb' }],
      trackGainDb: Number.NaN,
      extra: { ' my\nname ': ['x'], '': ['y'] },
    }
    expect(merge(own)).toMatchObject({
      performers: [{ name: 'A', role: 'gui tar' }],
      syncedLyrics: [{ ms: 1, text: 'a b' }],
      extra: { 'my name': ['x'] },
    })
    expect(merge(own)).not.toHaveProperty('trackGainDb')
  })
})
