import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Tags } from '../../src/model/media.ts'
import { type CodecName, codecs } from '../../src/tags/map/codecs.ts'
import { columns } from '../../src/tags/map/columns.ts'
import { asCarried, noTags, readFields, writeFields } from '../../src/tags/map/fields.ts'
import { formatLrc, parseLrc } from '../../src/tags/map/lrc.ts'
import { extraMap, type TagKind, tagMap } from '../../src/tags/map/tag-map.ts'

const kinds: readonly TagKind[] = ['id3', 'vorbis', 'opus', 'mp4']

describe('the map', () => {
  test('has a place for every key in every kind of tag, but for peaks in Opus', () => {
    const keys = new Set(tagMap.map(([key]) => key))
    for (const kind of kinds) {
      const written = new Set(columns[kind].written.map(({ key }) => key))
      const missing = [...keys].filter((key) => !written.has(key))
      expect(missing).toEqual(kind === 'opus' ? ['trackPeak', 'albumPeak'] : [])
    }
  })

  test('knows labels and totals by the names that others give them', () => {
    const fields = new Map([
      ['PUBLISHER', ['P']],
      ['TRACKC', ['12']],
      ['DISCC', ['2']],
    ])
    expect(readFields('vorbis', fields)).toMatchObject({
      labels: ['P'],
      trackTotal: 12,
      discTotal: 2,
      extra: {},
    })
  })

  test('has no two keys in one place, but for a number and its total', () => {
    for (const kind of kinds) {
      const places = columns[kind].written.filter(({ codec }) => codec !== 'total')
      const taken = places.map(({ place }) => place.toLowerCase())
      expect(taken).toEqual([...new Set(taken)])
    }
  })

  test('gives every name without a key a place of its own', () => {
    for (const kind of kinds)
      for (const [name] of extraMap) {
        const tags = { ...noTags, extra: { [name]: [name === 'BPM' ? '128' : 'value'] } }
        expect(readFields(kind, writeFields(kind, tags)).extra, `${kind} ${name}`).toEqual(
          tags.extra,
        )
      }
  })
})

describe('what a place cannot hold stays as text', () => {
  const raw = (texts: Readonly<Record<string, readonly string[]>>) => ({ ...noTags, extra: texts })
  const free = (name: string) => `----:com.apple.iTunes:${name}`
  // biome-ignore format: a table is read by its rows
  const table: readonly (readonly [tags: Partial<Tags>, id3: object, vorbis: object, mp4: object])[] = [
    [raw({ TRACKNUMBER: ['A1'] }), { TRCK: ['A1'] }, { TRACKNUMBER: ['A1'] }, { [free('TRACKNUMBER')]: ['A1'] }],
    [raw({ DISCNUMBER: ['Side B'] }), { TPOS: ['Side B'] }, { DISCNUMBER: ['Side B'] }, { [free('DISCNUMBER')]: ['Side B'] }],
    [raw({ TRACKNUMBER: ['0'] }), { TRCK: ['0'] }, { TRACKNUMBER: ['0'] }, { [free('TRACKNUMBER')]: ['0'] }],
    [
      { ...raw({ TRACKNUMBER: ['A1'] }), trackTotal: 12 },
      { TRCK: ['A1/12'] },
      { TRACKNUMBER: ['A1'], TRACKTOTAL: ['12'], TOTALTRACKS: ['12'] },
      { trkn: ['0/12'], [free('TRACKNUMBER')]: ['A1'] },
    ],
    [
      { ...raw({ TRACKTOTAL: ['12a'] }), trackNumber: 1 },
      { TRCK: ['1/12a'] },
      { TRACKNUMBER: ['1'], TRACKTOTAL: ['12a'], TOTALTRACKS: ['12a'] },
      { trkn: ['1'], [free('TRACKTOTAL')]: ['12a'] },
    ],
    [
      { ...raw({ DATE: ['Summer of 1969'] }), date: '1969' },
      { TDRC: ['1969'], 'TXXX:DATE': ['Summer of 1969'] },
      { DATE: ['Summer of 1969'] },
      { '©day': ['1969'], [free('DATE')]: ['Summer of 1969'] },
    ],
    [raw({ BPM: ['127.6'] }), { TBPM: ['127.6'] }, { BPM: ['127.6'] }, { tmpo: ['128'], [free('BPM')]: ['127.6'] }],
    [raw({ BPM: ['fast'] }), { TBPM: ['fast'] }, { BPM: ['fast'] }, { [free('BPM')]: ['fast'] }],
    [raw({ BPM: ['0'] }), { TBPM: ['0'] }, { BPM: ['0'] }, {}],
    [raw({ MOVEMENT: ['2'], MOVEMENTTOTAL: ['4'] }), { MVIN: ['2'], 'MVIN:total': ['4'] }, { MOVEMENT: ['2'], MOVEMENTTOTAL: ['4'] }, { '©mvi': ['2'], '©mvc': ['4'] }],
    [raw({ MOVEMENT: ['II'] }), { MVIN: ['II'] }, { MOVEMENT: ['II'] }, { [free('MOVEMENT')]: ['II'] }],
    [{ ...raw({ ISRC: ['B'] }), isrc: 'A' }, { TSRC: ['A', 'B'] }, { ISRC: ['A', 'B'] }, { [free('ISRC')]: ['A', 'B'] }],
    [{ ...raw({ LYRICS: ['zwei'] }), lyrics: 'one' }, { USLT: ['one', 'zwei'] }, { LYRICS: ['one', 'zwei'] }, { '©lyr': ['one', 'zwei'] }],
    [raw({ 'COMMENT:note': ['n'] }), { 'COMM:note': ['n'] }, { 'COMMENT:NOTE': ['n'] }, { [free('COMMENT:note')]: ['n'] }],
    [raw({ 'RATING:me@example.org': ['4'] }), { 'POPM:me@example.org': ['0.8'] }, { 'RATING:ME@EXAMPLE.ORG': ['4'] }, { [free('RATING:me@example.org')]: ['4'] }],
    [raw({ RATING: ['0.8'] }), { 'TXXX:RATING': ['0.8'] }, { RATING: ['0.8'] }, { rate: ['80'] }],
    [raw({ 'RATING:me@example.org': ['good'] }), { 'TXXX:RATING:me@example.org': ['good'] }, { 'RATING:ME@EXAMPLE.ORG': ['good'] }, { [free('RATING:me@example.org')]: ['good'] }],
    [raw({ 'URL:home': ['http://example.org'] }), { 'WXXX:home': ['http://example.org'] }, { 'URL:HOME': ['http://example.org'] }, { [free('URL:home')]: ['http://example.org'] }],
    [{ ...raw({ LICENSE: ['in prose'] }), licenceUrl: 'https://example.org' }, { WCOP: ['https://example.org'], 'TXXX:LICENSE': ['in prose'] }, { LICENSE: ['https://example.org', 'in prose'] }, { [free('LICENSE')]: ['https://example.org', 'in prose'] }],
    [{ ...raw({ ARTIST: ['B'] }), artists: ['A'] }, { TPE1: ['A'], 'TXXX:ARTIST': ['B'] }, { ARTIST: ['A'] }, { '©ART': ['A'], [free('ARTIST')]: ['B'] }],
  ]

  test.each(table)('%j', (tags, id3, vorbis, mp4) => {
    const whole = { ...noTags, ...tags }
    for (const [kind, fields] of Object.entries({ id3, vorbis, mp4 }) as [TagKind, object][]) {
      const written = writeFields(kind, whole)
      expect(Object.fromEntries(written), kind).toEqual(fields)
      const carried = asCarried(kind, whole)
      expect(Object.fromEntries(writeFields(kind, carried)), kind).toEqual(fields)
    }
  })

  test.each<[kind: TagKind, place: string, texts: readonly string[], tags: Partial<Tags>]>([
    ['id3', 'TRCK', ['A1/12'], { trackTotal: 12, extra: { TRACKNUMBER: ['A1'] } }],
    ['id3', 'TRCK', ['1/12a'], { trackNumber: 1, extra: { TRACKTOTAL: ['12a'] } }],
    ['id3', 'TRCK', ['3/0'], { trackNumber: 3, extra: {} }],
    ['id3', 'TRCK', ['0/12'], { trackTotal: 12, extra: {} }],
    ['vorbis', 'TRACKNUMBER', ['0'], { extra: { TRACKNUMBER: ['0'] } }],
    ['vorbis', 'TRACKNUMBER', ['3/12'], { trackNumber: 3, trackTotal: 12, extra: {} }],
    ['vorbis', 'DATE', ['1999-12-31T10:00:00Z'], { date: '1999-12-31', extra: {} }],
    ['vorbis', 'DATE', ['long ago'], { extra: { DATE: ['long ago'] } }],
    ['vorbis', 'ISRC', ['A', 'A', 'B'], { isrc: 'A', extra: { ISRC: ['B'] } }],
    ['vorbis', 'COMPILATION', ['0'], { extra: {} }],
    ['vorbis', 'REPLAYGAIN_TRACK_GAIN', ['loud'], { extra: { REPLAYGAIN_TRACK_GAIN: ['loud'] } }],
    ['mp4', 'tmpo', ['0'], { extra: {} }],
    ['mp4', '©too', ['Lavf59.27.100'], { extra: {} }],
    ['mp4', '©too', ['Somebody'], { extra: { ENCODEDBY: ['Somebody'] } }],
    ['id3', 'COMM:iTunNORM', ['0000'], { extra: {} }],
    ['id3', 'GRP1', ['Group'], { extra: { GROUPING: ['Group'] } }],
  ])('%s %s of %j', (kind, place, texts, tags) => {
    expect(readFields(kind, new Map([[place, texts]]))).toEqual(tags)
  })

  test('another name for a value that says something else keeps its own', () => {
    const fields = new Map([
      ['DATE', ['2001-02-03']],
      ['YEAR', ['1969']],
      ['ALBUMARTIST', ['A']],
      ['ALBUM ARTIST', ['A']],
    ])
    expect(readFields('vorbis', fields)).toEqual({
      date: '2001-02-03',
      albumArtists: ['A'],
      extra: { YEAR: ['1969'] },
    })
  })
})

describe('a form', () => {
  test.each<[CodecName, readonly string[], unknown]>([
    ['line', ['', 'A', 'B'], 'A'],
    ['lines', ['', 'A', 'B'], ['A', 'B']],
    ['lines', [''], undefined],
    ['count', ['3/12'], 3],
    ['count', [' 03 '], 3],
    ['count', ['A1'], undefined],
    ['count', ['0/12'], undefined],
    ['total', ['3/12'], 12],
    ['total', ['3'], undefined],
    ['flag', ['1'], true],
    ['flag', ['0'], undefined],
    ['date', ['1999-12-31T10:00:00Z'], '1999-12-31'],
    ['date', ['1999-12-3'], '1999-12'],
    ['date', ['circa 1970'], '1970'],
    ['date', ['long ago'], undefined],
    ['url', ['in prose', 'https://example.org'], 'https://example.org'],
    ['url', ['in prose'], undefined],
    ['gain', ['-3.21 dB'], -3.21],
    ['gain', ['+1.5'], 1.5],
    ['gain', ['loud'], undefined],
    ['peak', ['0.987654'], 0.987654],
    ['r128', ['-2102'], -3.21],
    ['r128', ['0'], 5],
    [
      'people',
      ['guitar', 'A', 'bass', 'B', 'left over'],
      [
        { name: 'A', role: 'guitar' },
        { name: 'B', role: 'bass' },
      ],
    ],
    [
      'credits',
      ['A (guitar (12-string))', 'B', 'C ()'],
      [{ name: 'A', role: 'guitar (12-string)' }, { name: 'B' }, { name: 'C' }],
    ],
    ['lrc', ['no times here'], undefined],
  ])('%s of %j', (form, texts, fact) => {
    expect(codecs[form].read(texts)).toEqual(fact)
  })

  test('reads what it wrote', () => {
    const name = fc.string({ minLength: 1, unit: 'grapheme' }).map((text) => `x${text.trim()}x`)
    const reads = <Value>(codec: CodecName, values: fc.Arbitrary<Value>) =>
      fc.assert(
        fc.property(values, (value) => {
          const { write, read } = codecs[codec] as unknown as {
            readonly write: (value: Value) => readonly string[]
            readonly read: (texts: readonly string[]) => Value
          }
          expect(read(write(value))).toEqual(value)
        }),
      )
    const hundredths = fc.integer({ min: -6000, max: 6000 }).map((value) => value / 100)
    reads('gain', hundredths)
    reads('r128', hundredths)
    reads(
      'peak',
      fc.integer({ min: 0, max: 2_000_000 }).map((value) => value / 1e6),
    )
    reads('count', fc.integer({ min: 1, max: 99_999 }))
    const performer = fc.oneof(fc.record({ name, role: name }), fc.record({ name }))
    reads('people', fc.array(performer, { minLength: 1 }))
    reads(
      'credits',
      fc.array(fc.record({ name: name.filter((text) => !/[()]/.test(text)) }), { minLength: 1 }),
    )
  })
})

describe('LRC', () => {
  test.each([
    ['[00:12.34]words', [{ ms: 12_340, text: 'words' }]],
    ['[00:12]words', [{ ms: 12_000, text: 'words' }]],
    ['[00:12:34]words', [{ ms: 12_340, text: 'words' }]],
    ['[ar:Artist]\n[01:00.5] words ', [{ ms: 60_500, text: 'words' }]],
    [
      '[00:20.00][00:10.00]twice',
      [
        { ms: 10_000, text: 'twice' },
        { ms: 20_000, text: 'twice' },
      ],
    ],
    [
      '[00:01.00]\r\n[00:02.00]b',
      [
        { ms: 1000, text: '' },
        { ms: 2000, text: 'b' },
      ],
    ],
    ['plain words', []],
  ])('%j', (text, lines) => {
    expect(parseLrc(text)).toEqual(lines)
  })

  test('is read as it was written', () => {
    const line = fc.record({
      ms: fc.integer({ min: 0, max: 10 * 3_600_000 }),
      text: fc.stringMatching(/^[^[\]\r\n\s][^[\]\r\n]*[^[\]\r\n\s]$/),
    })
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const inOrder = lines.toSorted((a, b) => a.ms - b.ms)
        expect(parseLrc(formatLrc(inOrder))).toEqual(inOrder)
      }),
    )
  })
})

describe('values as tags carry them', () => {
  const text = fc
    .string({ minLength: 1, unit: 'grapheme' })
    .map((one) => one.replace(/\p{Cc}/gu, '').trim() || 'x')
  const tags: fc.Arbitrary<Tags> = fc.record(
    {
      title: text,
      artists: fc.array(text, { minLength: 1 }),
      albumArtists: fc.array(text),
      genres: fc.array(text),
      composers: fc.array(text),
      artistCredit: text,
      album: text,
      trackNumber: fc.integer({ min: 1, max: 999 }),
      trackTotal: fc.integer({ min: 1, max: 999 }),
      date: fc.constantFrom('1999', '1999-12', '1999-12-31'),
      labels: fc.array(text, { minLength: 1 }),
      compilation: fc.constant(true),
      trackGainDb: fc.double({ min: -60, max: 60, noNaN: true }),
      trackPeak: fc.double({ min: 0, max: 4, noNaN: true }),
      extra: fc.dictionary(
        fc.oneof(text, fc.constantFrom('__proto__', 'constructor', 'LICENSE', 'BPM', '=')),
        fc.array(text, { minLength: 1 }),
      ),
    },
    { requiredKeys: ['title', 'artists', 'albumArtists', 'genres', 'composers', 'extra'] },
  )

  test.each(kinds)('%s: what is carried once is carried again', (kind) => {
    fc.assert(
      fc.property(tags, (given) => {
        const once = asCarried(kind, given)
        expect(asCarried(kind, once)).toEqual(once)
        const { title, album, labels } = once
        expect({ title, album, labels }).toEqual({
          title: given.title,
          album: given.album,
          labels: given.labels,
        })
      }),
    )
  })
})
