import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { Entry, Playlist } from '../../../src/model/playlist.ts'
import { textReason } from '../../../src/model/reason.ts'
import type { Track } from '../../../src/model/track.ts'
import { areOtherLists } from '../../../src/playlist/links/address-key.ts'
import { joinTracks, mergePlaylists } from '../../../src/playlist/merge/merge.ts'
import { mergeInputs } from '../../../src/playlist/merge/merge-inputs.ts'
import { readPlaylists } from '../../../src/playlist/read.ts'

const SALT = 'spotify:track:0000000000000000000001'
const PLAIN = 'spotify:track:0000000000000000000002'

const playlist = (rows: readonly (Track | string)[], more: Partial<Playlist> = {}): Playlist => ({
  name: 'Evening',
  format: 'csv',
  notes: [],
  ...more,
  entries: rows.map((row, index): Entry => {
    const position = index + 1
    if (typeof row !== 'string') return { kind: 'track', position, track: row }
    const link = row.startsWith('spotify:') ? { uri: row } : {}
    return { kind: 'skipped', position, text: row, reason: textReason('Skipped.'), ...link }
  }),
})

const merge = (first: readonly (Track | string)[], second: readonly (Track | string)[]) =>
  mergePlaylists(playlist(first), playlist(second)).entries.map((entry) =>
    entry.kind === 'track' ? entry.track : entry.text,
  )

const salt: Track = { title: 'Salt', artists: ['Mira'] }
const plain: Track = { title: 'Plain', artists: ['Paper Boats'] }

describe('each field comes from the better one', () => {
  test.each<[string, Partial<Track>, Partial<Track>, Partial<Track>]>([
    [
      'what one lacks',
      { uri: SALT },
      { isrc: 'ZZAB11900005' },
      { uri: SALT, isrc: 'ZZAB11900005' },
    ],
    [
      'more artists',
      { artists: ['Mira'] },
      { artists: ['mira', 'Tolland'] },
      { artists: ['mira', 'Tolland'] },
    ],
    ['but not others', { artists: ['Mira'] }, { artists: ['A', 'B'] }, { artists: ['Mira'] }],
    ['the finer length', { durationMs: 199_000 }, { durationMs: 199_213 }, { durationMs: 199_213 }],
    ['the first of two as good', { year: 2019 }, { year: 2020 }, { year: 2019 }],
    ['one album whole', { album: 'Shore' }, { album: 'Best', trackNumber: 9 }, { album: 'Shore' }],
    [
      'the same album filled',
      { album: 'Shore' },
      { album: 'SHORE', trackNumber: 9 },
      { album: 'Shore', trackNumber: 9 },
    ],
    ['the higher count', { plays: 3 }, { plays: 5 }, { plays: 5 }],
  ])('%s', (_, first, second, joined) => {
    expect(joinTracks({ ...salt, ...first }, { ...salt, ...second })).toEqual({
      ...salt,
      ...joined,
    })
  })
})

describe('entries of two readings', () => {
  test.each<[string, (Track | string)[], (Track | string)[], (Track | string)[]]>([
    ['keep the first one’s order', [salt, plain], [plain, salt], [salt, plain]],
    ['what only the second has comes last', [plain], [salt, plain], [plain, salt]],
    ['a track twice stays twice', [salt, plain, salt], [salt, salt, plain], [salt, plain, salt]],
    [
      'a link becomes the track it names',
      [SALT, plain],
      [{ ...salt, uri: SALT }],
      [{ ...salt, uri: SALT }, plain],
    ],
    [
      'other ISRCs are other recordings',
      [{ ...salt, isrc: 'ZZAB11900005' }],
      [{ ...salt, isrc: 'ZZAB11900006' }],
      [
        { ...salt, isrc: 'ZZAB11900005' },
        { ...salt, isrc: 'ZZAB11900006' },
      ],
    ],
    [
      'lengths far apart are, too',
      [{ ...salt, durationMs: 199_000 }],
      [{ ...salt, durationMs: 399_000 }],
      [
        { ...salt, durationMs: 199_000 },
        { ...salt, durationMs: 399_000 },
      ],
    ],
    [
      'one address is one track',
      [{ ...salt, uri: SALT }],
      [{ ...plain, uri: SALT }],
      [{ ...salt, uri: SALT }],
    ],
    ['what is no music stays once', ['Talk', salt], [salt, 'Talk', 'More'], ['Talk', salt, 'More']],
  ])('%s', (_, first, second, merged) => {
    expect(merge(first, second)).toEqual(merged)
  })
})

const someTrack = fc.constantFrom<Track | string>(
  salt,
  plain,
  { ...salt, uri: SALT },
  { ...plain, uri: PLAIN, isrc: 'ZZAB11900005' },
  { ...salt, durationMs: 1 },
  { ...salt, artists: [] },
  SALT,
  'Talk',
)

test('what one of them knows to be withdrawn is withdrawn', () => {
  const song = { title: 'Salt', artists: ['Mira'] }
  const [plain, marked] = [playlist([song]), playlist([song])]
  const entries = marked.entries.map((entry) => ({ ...entry, withdrawn: true as const }))
  const withdrawn = { ...marked, entries }
  expect(mergePlaylists(plain, withdrawn).entries).toMatchObject([{ withdrawn: true }])
  expect(mergePlaylists(withdrawn, plain).entries).toMatchObject([{ withdrawn: true }])
})

test('nothing is lost, nothing doubled, and positions run from 1', () => {
  fc.assert(
    fc.property(fc.array(someTrack), fc.array(someTrack), (first, second) => {
      const { entries } = mergePlaylists(playlist(first), playlist(second))
      expect(entries.map(({ position }) => position)).toEqual(entries.map((_, at) => at + 1))
      expect(entries.length).toBeGreaterThanOrEqual(Math.max(first.length, second.length))
      expect(entries.length).toBeLessThanOrEqual(first.length + second.length)
      expect(merge(first, first)).toEqual(first)
    }),
  )
})

describe('several inputs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'songkeep-merge-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const write = (name: string, text: string) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  const list = write(
    'any.csv',
    'Title,Artist,ISRC,Duration\nSalt,"Mira; Tolland",ZZAB11900005,3:19\nPlain,Paper Boats,,\n',
  )
  const item = (trackName: string, artistName: string) => ({ track: { trackName, artistName } })
  const data = write(
    'Playlist1.json',
    JSON.stringify({
      playlists: [
        { name: 'Other', items: [item('Fog', 'Grüne Insel')] },
        { name: 'Evening', items: [item('Plain', 'Paper Boats'), item('Salt', 'Mira')] },
      ],
    }),
  )
  const history = write(
    'StreamingHistory_music_0.json',
    JSON.stringify([
      { endTime: '2024-01-01 10:00', artistName: 'Mira', trackName: 'Salt', msPlayed: 99_000 },
    ]),
  )

  test('an export, a table and a history are joined, whatever the files are called', async () => {
    const playlists = await readPlaylists([data, list, history], { order: 'plays' })
    expect(playlists.map(({ name, entries }) => [name, entries.length])).toEqual([
      ['Other', 1],
      ['Evening', 2],
    ])
    expect(playlists[1]?.entries[0]).toEqual({
      kind: 'track',
      position: 1,
      track: {
        title: 'Salt',
        artists: ['Mira', 'Tolland'],
        isrc: 'ZZAB11900005',
        durationMs: 199_000,
        plays: 1,
      },
    })
  })
})

describe('playlists of two inputs', () => {
  const titles = (text: string) => [...text].map((title): Track => ({ title, artists: ['Mira'] }))
  const named = (name: string, text: string, uri?: string) => playlist(titles(text), { name, uri })
  const [one, two] = [
    'spotify:playlist:0000000000000000000001',
    'spotify:playlist:0000000000000000000002',
  ]
  const link = 'https://open.spotify.com/playlist/0000000000000000000001?si=x'

  test.each<[string, Playlist, Playlist, number]>([
    ['one name and half of the shorter one', named('Mix', 'abcdef'), named('mix', 'ax'), 1],
    ['one name and less', named('Mix', 'abcdef'), named('Mix', 'axyz'), 2],
    ['one name and nothing in common', named('Mix', 'abc'), named('Mix', 'xyz'), 2],
    ['one name, and no entries', named('Mix', 'abc'), named('Mix', ''), 1],
    ['other names and most entries', named('Mix', 'abcde'), named('Any', 'abcd'), 1],
    ['other names and a part', named('Mix', 'abcdef'), named('Any', 'abc'), 2],
    ['one address, however it is copied', named('Mix', 'abc', one), named('Any', 'xyz', link), 1],
    ['two addresses of one service', named('Mix', 'abc', one), named('Mix', 'abc', two), 2],
    ['an address and a file', named('Mix', 'abc', one), named('Mix', 'abx'), 1],
  ])('%s', (_, first, second, count) => {
    expect(mergeInputs([[first], [second]])).toHaveLength(count)
    expect(mergeInputs([[second], [first]])).toHaveLength(count)
  })

  test('parts of one list by their numbers, and by the moments at which entries were added', () => {
    const at = (title: string, minute: number): Track => ({
      title,
      artists: ['Mira'],
      addedAt: `2022-05-23T13:${minute}:33`,
    })
    const part = (number: number, ...rows: Track[]) => playlist(rows, { name: `Shop-${number}` })
    const first = part(1, at('Salt', 10), at('Ebb', 11), at('Shore', 12))
    const named = (lists: readonly Playlist[]) => mergeInputs(lists.map((each) => [each]))
    const [joined, ...none] = named([first, part(2, at('Ebb', 11), at('Low Tide', 20))])
    expect([joined?.entries.length, none]).toEqual([4, []])
    // Two lists of one series: what both have was added to each at its own time.
    expect(named([first, part(2, at('Ebb', 30), at('Low Tide', 20))])).toHaveLength(2)
    // Lists that a service filled at one moment.
    const filled = ['Salt', 'Ebb', 'Shore'].map((title) => at(title, 10))
    expect(
      named([part(1, ...filled), part(2, at('Ebb', 10), at('Tide', 10), at('Plain', 10))]),
    ).toHaveLength(2)
    expect(named([first, { ...part(2, at('Ebb', 11)), name: 'Other' }])).toHaveLength(2)
  })

  test.each([
    ['spotify:user:ann:collection', 'spotify:user:ben:collection', true],
    ['spotify:user:ann:collection', 'spotify:collection', false],
    ['spotify:collection', 'spotify:liked', false],
    [`spotify:playlist:${'a'.repeat(22)}`, `spotify:playlist:${'b'.repeat(22)}`, true],
    [`spotify:playlist:${'a'.repeat(22)}`, 'spotify:collection', true],
    [`spotify:playlist:${'a'.repeat(22)}`, 'https://www.deezer.com/playlist/1', false],
  ])('%s and %s are other lists: %s', (one, other, expected) => {
    expect(areOtherLists(one, other)).toBe(expected)
    expect(areOtherLists(other, one)).toBe(expected)
  })

  test('of several of one name, the one that has more in common', () => {
    const [first, second] = mergeInputs([
      [named('Mix', 'abcx'), named('Mix', 'uvwx')],
      [named('Mix', 'uvwz')],
    ])
    expect([first?.entries.length, second?.entries.length]).toEqual([4, 5])
  })
})
