import { createHash } from 'node:crypto'
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Tags } from '../../src/model/media.ts'
import { noTags } from '../../src/tags/map/fields.ts'
import { probeFile } from '../../src/tags/read/probe-file.ts'
import type { Id3Version } from '../../src/tags/write/file-tags.ts'
import { type Container, readFileTags, writeTags } from '../../src/tags/write/write-tags.ts'
import { makeWav, never, openStudio } from '../media/studio.ts'
import { describeMutagen, type MutagenAnswer, readWithMutagen } from '../support/python/mutagen.ts'
import { jpegHead, png } from './pictures.ts'

const studio = openStudio()

interface Target {
  readonly name: string
  readonly container: Container
  readonly id3?: Id3Version
  readonly args: readonly string[]
  /** Which column of the table below. */
  readonly column: 'id3' | 'vorbis' | 'mp4'
}

const targets: readonly Target[] = [
  { name: 'ID3v2.4', container: 'mp3', column: 'id3', args: ['-c:a', 'libmp3lame', '-f', 'mp3'] },
  {
    name: 'ID3v2.3',
    container: 'mp3',
    id3: '2.3',
    column: 'id3',
    args: ['-c:a', 'libmp3lame', '-f', 'mp3'],
  },
  { name: 'FLAC', container: 'flac', column: 'vorbis', args: ['-c:a', 'flac', '-f', 'flac'] },
  { name: 'Vorbis', container: 'ogg', column: 'vorbis', args: ['-c:a', 'libvorbis', '-f', 'ogg'] },
  {
    name: 'Opus',
    container: 'ogg',
    column: 'vorbis',
    args: ['-c:a', 'opus', '-strict', 'experimental', '-f', 'opus'],
  },
  { name: 'M4A', container: 'm4a', column: 'mp4', args: ['-c:a', 'aac', '-f', 'ipod'] },
  {
    name: 'M4A, head first',
    container: 'm4a',
    column: 'mp4',
    args: ['-c:a', 'aac', '-movflags', 'faststart', '-f', 'ipod'],
  },
]

const texts: Readonly<Record<string, string>> = {
  Latin: 'Ágætis byrjun – Žluťoučký kůň',
  'other signs': 'AC/DC; Simon & Garfunkel, "Live" \\ (Vol. 1) [x] <y> = %s',
  Cyrillic: 'Группа крови',
  Japanese: '宇多田ヒカル 〜 First Love',
  Arabic: 'فيروز \u200fنسم علينا الهوى',
  emoji: '👩‍👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ♫',
  '5,000 characters': 'long 長い '.repeat(625).trim(),
}

const mbid = (digit: number) => `${`${digit}`.repeat(8)}-2222-4333-8444-555555555555`
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const cover = png()

/** Every field that there is, with the same text wherever text goes. */
const everyField = (text: string): Required<Tags> => ({
  title: text,
  titleSort: `${text}, sorted`,
  artists: [text, `${text} 2`],
  artistCredit: `${text} feat. ${text} 2`,
  artistSort: `${text}, artist`,
  album: `${text} album`,
  albumSort: `${text}, album`,
  albumArtists: [`${text} A`, `${text} B`],
  albumArtistSort: `${text}, A`,
  trackNumber: 3,
  trackTotal: 12,
  discNumber: 1,
  discTotal: 2,
  date: '1999-12-31',
  originalDate: '1969-07-20',
  genres: [text, 'Duo Cello-Piano', 'Remix', 'Cover'],
  composers: [`${text} 1`, `${text} 2`],
  composerSort: `${text}, composer`,
  performers: [
    { name: `${text} 1`, role: 'lead vocals' },
    { name: `${text}, Jr.`, role: 'guitar (12-string)' },
  ],
  isrc: 'DEABC1234567',
  labels: [`${text} Records`, 'Second Label'],
  catalogNumbers: ['CAT 001', `${text} 002`],
  barcode: '4006381333931',
  compilation: true,
  recordingMbid: mbid(1),
  trackMbid: mbid(2),
  releaseMbid: mbid(3),
  releaseGroupMbid: mbid(4),
  artistMbids: [mbid(5), mbid(6)],
  albumArtistMbids: [mbid(7), mbid(8)],
  acoustid: mbid(9),
  acoustidFingerprint: `AQAA${'abcDEF-_09'.repeat(200)}`,
  licenceUrl: 'https://creativecommons.org/licenses/by-sa/3.0/',
  copyright: `1999 ${text}`,
  fileUrl: 'https://example.org/file?a=b&c=%20d',
  sourceUrl: 'https://example.org/%E6%97%A5',
  artistUrl: 'https://artist.example/',
  trackGainDb: -3.21,
  trackPeak: 0.987654,
  albumGainDb: 2.5,
  albumPeak: 1.012345,
  lyrics: `${text}\n\nsecond line`,
  syncedLyrics: [
    { ms: 0, text },
    { ms: 12_340, text: `${text} again` },
    { ms: 3_723_004, text: 'late' },
  ],
  cover: { mime: 'image/png', bytes: cover },
  keptFrom: 'internet-archive',
  verdict: 'CC-BY-SA-3.0',
  originalSha256: 'ab'.repeat(32),
  extra: { MOOD: [text], 'MY OWN': [`${text} 1`, `${text} 2`], CONDUCTOR: [text] },
})

type Texts = readonly string[]

/** Where MusicBrainz Picard would look, and what it would find: written down here once more, by hand. */
const places = (
  t: Required<Tags>,
): readonly (readonly [id3: string, vorbis: string, mp4: string, texts: Texts])[] => {
  const free = (name: string) => `----:com.apple.iTunes:${name}`
  const own = (name: string, values: Texts) => [`TXXX:${name}`, name, free(name), values] as const
  return [
    ['TIT2', 'TITLE', '©nam', [t.title]],
    ['TSOT', 'TITLESORT', 'sonm', [t.titleSort]],
    ['TPE1', 'ARTIST', '©ART', [t.artistCredit]],
    ['TXXX:ARTISTS', 'ARTISTS', free('ARTISTS'), t.artists],
    ['TSOP', 'ARTISTSORT', 'soar', [t.artistSort]],
    ['TALB', 'ALBUM', '©alb', [t.album]],
    ['TSOA', 'ALBUMSORT', 'soal', [t.albumSort]],
    ['TPE2', 'ALBUMARTIST', 'aART', t.albumArtists],
    ['TSO2', 'ALBUMARTISTSORT', 'soaa', [t.albumArtistSort]],
    ['TRCK', '', 'trkn', ['3/12']],
    ['', 'TRACKNUMBER', '', ['3']],
    ['', 'TRACKTOTAL', '', ['12']],
    ['', 'TOTALTRACKS', '', ['12']],
    ['TPOS', '', 'disk', ['1/2']],
    ['', 'DISCNUMBER', '', ['1']],
    ['', 'DISCTOTAL', '', ['2']],
    ['', 'TOTALDISCS', '', ['2']],
    ['TDRC', 'DATE', '©day', [t.date]],
    ['TDOR', 'ORIGINALDATE', free('ORIGINALDATE'), [t.originalDate]],
    ['TCON', 'GENRE', '©gen', t.genres],
    ['TCOM', 'COMPOSER', '©wrt', t.composers],
    ['TSOC', 'COMPOSERSORT', 'soco', [t.composerSort]],
    ['TMCL', '', '', t.performers.flatMap(({ name, role = '' }) => [role, name])],
    ['', 'PERFORMER', free('PERFORMER'), t.performers.map(({ name, role }) => `${name} (${role})`)],
    ['TSRC', 'ISRC', free('ISRC'), [t.isrc]],
    ['TPUB', 'LABEL', free('LABEL'), t.labels],
    own('CATALOGNUMBER', t.catalogNumbers),
    own('BARCODE', [t.barcode]),
    ['TCMP', 'COMPILATION', 'cpil', ['1']],
    [
      'UFID:http://musicbrainz.org',
      'MUSICBRAINZ_TRACKID',
      free('MusicBrainz Track Id'),
      [t.recordingMbid],
    ],
    [
      'TXXX:MusicBrainz Release Track Id',
      'MUSICBRAINZ_RELEASETRACKID',
      free('MusicBrainz Release Track Id'),
      [t.trackMbid],
    ],
    [
      'TXXX:MusicBrainz Album Id',
      'MUSICBRAINZ_ALBUMID',
      free('MusicBrainz Album Id'),
      [t.releaseMbid],
    ],
    [
      'TXXX:MusicBrainz Release Group Id',
      'MUSICBRAINZ_RELEASEGROUPID',
      free('MusicBrainz Release Group Id'),
      [t.releaseGroupMbid],
    ],
    [
      'TXXX:MusicBrainz Artist Id',
      'MUSICBRAINZ_ARTISTID',
      free('MusicBrainz Artist Id'),
      t.artistMbids,
    ],
    [
      'TXXX:MusicBrainz Album Artist Id',
      'MUSICBRAINZ_ALBUMARTISTID',
      free('MusicBrainz Album Artist Id'),
      t.albumArtistMbids,
    ],
    ['TXXX:Acoustid Id', 'ACOUSTID_ID', free('Acoustid Id'), [t.acoustid]],
    [
      'TXXX:Acoustid Fingerprint',
      'ACOUSTID_FINGERPRINT',
      free('Acoustid Fingerprint'),
      [t.acoustidFingerprint],
    ],
    ['WCOP', 'LICENSE', free('LICENSE'), [t.licenceUrl]],
    ['TCOP', 'COPYRIGHT', 'cprt', [t.copyright]],
    ['WOAF', 'WWWAUDIOFILE', free('WWWAUDIOFILE'), [t.fileUrl]],
    ['WOAS', 'WWWAUDIOSOURCE', free('WWWAUDIOSOURCE'), [t.sourceUrl]],
    ['WOAR', 'WEBSITE', free('WEBSITE'), [t.artistUrl]],
    own('REPLAYGAIN_TRACK_GAIN', ['-3.21 dB']),
    own('REPLAYGAIN_TRACK_PEAK', ['0.987654']),
    own('REPLAYGAIN_ALBUM_GAIN', ['2.50 dB']),
    own('REPLAYGAIN_ALBUM_PEAK', ['1.012345']),
    ['USLT', 'LYRICS', '©lyr', [t.lyrics]],
    ['SYLT', '', '', t.syncedLyrics.map(({ ms, text }) => `${ms} ${text}`)],
    [
      '',
      'SYNCEDLYRICS',
      free('SYNCEDLYRICS'),
      [`[00:00.000]${t.title}\n[00:12.340]${t.title} again\n[62:03.004]late`],
    ],
    ['APIC', 'METADATA_BLOCK_PICTURE', 'covr', [`image/png 3 ${sha(cover)}`]],
    own('SONGKEEP_SOURCE', [t.keptFrom]),
    own('SONGKEEP_VERDICT', [t.verdict]),
    own('SONGKEEP_ORIGINAL_SHA256', [t.originalSha256]),
    ['TMOO', 'MOOD', free('MOOD'), t.extra.MOOD ?? []],
    ['TPE3', 'CONDUCTOR', free('CONDUCTOR'), t.extra.CONDUCTOR ?? []],
    own('MY OWN', t.extra['MY OWN'] ?? []),
  ]
}

const columnOf = { id3: 0, vorbis: 1, mp4: 2 } as const

/** What must stand in a file of this kind: place to texts. */
function expectedPlaces({ name, column }: Target, tags: Required<Tags>): Record<string, Texts> {
  const found = places(tags).map((row) => [row[columnOf[column]], row[3]] as const)
  const expected = Object.fromEntries(found.filter(([place]) => place !== ''))
  if (name === 'ID3v2.3') {
    // One text a frame; the first release's year alone; musicians in the list of all people.
    const joined = Object.entries(expected).map(([place, values]) => [
      place,
      place === 'SYLT' || place === 'TMCL' ? values : [values.join('/')],
    ])
    const { TMCL, ...rest } = Object.fromEntries(joined)
    return { ...rest, TDOR: ['1969'], TIPL: TMCL }
  }
  if (name !== 'Opus') return expected
  // RFC 7845: to -23 LUFS in steps of 1/256 dB, and no peaks.
  const rest = Object.entries(expected).filter(([place]) => !place.startsWith('REPLAYGAIN'))
  return { ...Object.fromEntries(rest), R128_TRACK_GAIN: ['-2102'], R128_ALBUM_GAIN: ['-640'] }
}

/** What music-metadata can read back of it. */
function expectedTags({ name }: Target, tags: Required<Tags>): Tags {
  if (name !== 'Opus') return tags
  const { trackPeak, albumPeak, ...rest } = tags
  return rest
}

/** ID3v2.3 parts its values by "/", which may stand in one. */
const joined = (tags: object) =>
  Object.fromEntries(
    Object.entries(tags).map(([field, value]) => [
      field,
      Array.isArray(value) && value.every((one) => typeof one === 'string')
        ? value.join('/')
        : value,
    ]),
  )

const cases = targets.flatMap((target) => [
  ...Object.entries(texts).map(([name, text]) => ({ target, name, tags: everyField(text) })),
  {
    target,
    name: '30 artists',
    tags: {
      ...everyField('Many'),
      artists: Array.from({ length: 30 }, (_, i) => `Künstler ${i} & Co.`),
    },
  },
])

const pathOf = ({ target, name }: (typeof cases)[number]) =>
  studio.path(join('written', `${target.name} ${name}.${target.container}`))

let answers: Readonly<Record<string, MutagenAnswer>> = {}

beforeAll(async () => {
  await mkdir(studio.path('written'))
  for (const target of targets) {
    const source = await studio.record(
      `bare.${target.name}`,
      makeWav({ seconds: 0.3 }),
      '-fflags',
      '+bitexact',
      ...target.args,
    )
    for (const one of cases.filter((one) => one.target === target)) {
      const before = await readFileTags(source, target.container)
      const paths = { source, target: pathOf(one) }
      await writeTags(paths, before, one.tags, never, target.id3 ? { id3: target.id3 } : {})
    }
  }
  answers = await readWithMutagen(cases.map(pathOf))
}, 240_000)

describe('every field is read as it was written (music-metadata)', () => {
  test.each(cases.map((one) => [one.target.name, one.name, one] as const))(
    '%s: %s',
    async (_, __, one) => {
      const { tags, unread } = await probeFile(pathOf(one))
      expect(unread).toBeUndefined()
      const { cover: found, ...read } = tags
      const { cover: given, ...expected } = expectedTags(one.target, one.tags)
      expect(Buffer.from(found?.bytes ?? [])).toEqual(Buffer.from(given?.bytes ?? []))
      if (one.target.container !== 'mp3') return expect(read).toEqual(expected)
      // What this reader parts at commas is looked at below, by the other.
      const { performers, ...rest } = { ...expected, genres: read.genres }
      const { performers: parted, ...others } = read
      if (one.target.id3 !== '2.3') return expect(others).toEqual(rest)
      const { extra, ...simple } = rest
      const { extra: readExtra, ...readSimple } = others
      expect(joined(readSimple)).toEqual(joined({ ...simple, originalDate: '1969' }))
      expect(joined(readExtra)).toEqual(joined(extra))
    },
  )
})

describeMutagen('every field is read as it was written', () => {
  test.each(cases.map((one) => [one.target.name, one.name, one] as const))(
    '%s: %s',
    (_, __, one) => {
      const answer = answers[pathOf(one)]
      expect(answer?.error).toBeUndefined()
      const found = answer?.tags ?? {}
      const expected = expectedPlaces(one.target, one.tags)
      // Nothing is missing, and nothing else was added but what the encoder says of itself.
      const { ENCODER, '©too': tool, ...rest } = found
      expect(rest).toEqual(expected)
      expect(answer?.seconds).toBeGreaterThan(0.25)
    },
  )
})

test('nothing at all is nothing at all', async () => {
  for (const { name, container } of targets) {
    const source = studio.path(`bare.${name}`)
    const target = studio.path(`none.${name}`)
    await writeTags({ source, target }, await readFileTags(source, container), noTags, never)
    const { tags } = await probeFile(target)
    expect({ ...tags, extra: {} }).toEqual(noTags)
    await copyFile(target, `${target}.again`)
  }
})

test('or it is an error', async () => {
  for (const { name, container } of targets.filter(({ container }) => container === 'mp3')) {
    const paths = { source: studio.path(`bare.${name}`), target: studio.path(`unequal.${name}`) }
    const before = await readFileTags(paths.source, container)
    // A NUL splits a value in two: no frame can carry it.
    const written = writeTags(paths, before, { ...noTags, artists: ['A\0B'] }, never)
    await expect(written).rejects.toMatchObject({
      name: 'UnequalTagsError',
      reason: {
        code: 'media.tags-read-back-unequal',
        params: { differences: [expect.stringMatching(/^artists is \["A","B"\] instead of/)] },
      },
    })
  }
})

test('a JPEG is a cover by its bytes', async () => {
  for (const { name, container } of targets) {
    const paths = { source: studio.path(`bare.${name}`), target: studio.path(`jpeg.${name}`) }
    const given = { mime: 'image/jpeg', bytes: jpegHead(4, 4) } as const
    await writeTags(
      paths,
      await readFileTags(paths.source, container),
      { ...noTags, cover: given },
      never,
    )
    expect((await probeFile(paths.target)).tags.cover?.mime).toBe('image/jpeg')
  }
})
