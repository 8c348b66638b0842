import { describe, expect, test } from 'vitest'
import { png } from '../pictures.ts'
import { be16, be32, join } from './build.ts'
import { readBytes, readDamaged } from './memory-bytes.ts'

type Part = Uint8Array | string
const box = (name: string, ...parts: readonly Part[]) => {
  const content = join(...parts)
  return join(be32(8 + content.length), name, content)
}
const full = (name: string, ...parts: readonly Part[]) => box(name, be32(0), ...parts)
const data = (type: number, value: Part) => box('data', be32(type), be32(0), value)

const entry = (format: string, rate: number, ...children: readonly Part[]) =>
  box(
    ...([format, Buffer.alloc(6), be16(1), be16(0), Buffer.alloc(6), be16(2), be16(16)] as const),
    ...[Buffer.alloc(4), be16(rate), be16(0), ...children],
  )
const track = (sample: Buffer, ticks = 88_200, handler = 'soun') =>
  box(
    'trak',
    box(
      'mdia',
      full('mdhd', be32(0), be32(0), be32(44_100), be32(ticks), be32(0)),
      full('hdlr', be32(0), handler, Buffer.alloc(12)),
      box('minf', box('stbl', full('stsd', be32(1), sample))),
    ),
  )
const ilst = (...items: readonly Buffer[]) =>
  box('udta', full('meta', full('hdlr', be32(0), 'mdir', Buffer.alloc(13)), box('ilst', ...items)))
const file = (brand: string, ...inMoov: readonly Buffer[]) =>
  join(
    box('ftyp', brand, be32(0), 'isom'),
    box('mdat', Buffer.alloc(100)),
    box('moov', full('mvhd', be32(0), be32(0), be32(1000), be32(1000)), ...inMoov),
  )

const aac = track(entry('mp4a', 44_100))

describe('MP4', () => {
  test('has what the track of sound says, after one of pictures', async () => {
    const film = track(entry('avc1', 0), 1, 'vide')
    const { audio } = await readBytes(file('M4A ', film, aac))
    expect(audio).toMatchObject({
      container: 'M4A/isom',
      codec: 'MPEG-4/AAC',
      lossless: false,
      channels: 2,
      sampleRate: 44_100,
      durationMs: 2000,
    })
  })

  test('has the channels that AAC itself names, whatever its entry says', async () => {
    const channels = async (bits: number) => {
      const own = join('\x05', Buffer.of(2), be16(bits))
      const decoder = join(
        '\x04',
        Buffer.of(13 + own.length, 0x40, 0x15, 0, 0, 0),
        be32(0),
        be32(0),
      )
      const parts = join(decoder, own)
      const esds = full('esds', Buffer.of(3, 3 + parts.length, 0, 1, 0), parts)
      return (await readBytes(file('M4A ', track(entry('mp4a', 44_100, esds))))).audio.channels
    }
    // LC at 44.1 kHz with one and with six; at 22.05 kHz one that may be made two.
    expect(await channels((2 << 11) | (4 << 7) | (1 << 3))).toBe(1)
    expect(await channels((2 << 11) | (4 << 7) | (6 << 3))).toBe(6)
    expect(await channels((2 << 11) | (7 << 7) | (1 << 3))).toBe(2)
  })

  test('takes a rate that its entry has no room for from the time scale', async () => {
    const { audio } = await readBytes(file('M4A ', track(entry('mp4a', 0))))
    expect(audio.sampleRate).toBe(44_100)
  })

  test('takes a high rate from the codec, and MP3 for what it is', async () => {
    const cookie = join(
      be32(0),
      be32(4096),
      Buffer.of(0, 24, 40, 10, 14, 6),
      be16(255),
      be32(0),
      be32(0),
      be32(192_000),
    )
    const alac = track(entry('alac', 0, full('alac', cookie.subarray(4))))
    expect((await readBytes(file('M4A ', alac))).audio).toMatchObject({
      codec: 'ALAC',
      lossless: true,
      channels: 6,
      sampleRate: 192_000,
    })
    const decoder = join('\x04', Buffer.of(13, 0x6b, 0x15, 0, 0, 0), be32(0), be32(128_000))
    const esds = full('esds', Buffer.of(3, 3 + decoder.length, 0, 1, 0), decoder)
    expect((await readBytes(file('mp42', track(entry('mp4a', 44_100, esds))))).audio).toMatchObject(
      {
        codec: 'MPEG-1 layer 3',
        bitRate: 128_000,
      },
    )
  })

  test('has all items: several values, numbers above 255, numbered genres, covers, what others wrote', async () => {
    const named = (mean: string, name: string, value: string) =>
      box('----', full('mean', mean), full('name', name), data(1, value))
    const { tags, notes } = await readBytes(
      file(
        ...(['M4A ', aac] as const),
        ilst(
          box('©nam', data(1, 'Title')),
          box('©ART', data(1, 'A'), data(1, 'B')),
          box('trkn', data(0, join(be16(0), be16(300), be16(400), be16(0)))),
          box('gnre', data(18, be16(18))),
          box('cpil', data(21, '\x01')),
          box('tmpo', data(21, be16(120))),
          box('covr', data(14, png(1)), data(14, png(2))),
          box('desc', data(1, 'About')),
          named('com.apple.iTunes', 'ISRC', 'DEA123456789'),
          named('org.example', 'Odd', 'kept'),
          named('com.apple.iTunes', 'MOOD', 'Calm'),
          box('xxxx', data(99, 'binary')),
        ),
      ),
    )
    expect(tags).toMatchObject({
      title: 'Title',
      artists: ['A', 'B'],
      trackNumber: 300,
      trackTotal: 400,
      genres: ['Rock'],
      compilation: true,
      isrc: 'DEA123456789',
      extra: { BPM: ['120'], MOOD: ['Calm'], DESCRIPTION: ['About'], ODD: ['kept'] },
    })
    expect(Buffer.from(tags.cover?.bytes ?? [])).toEqual(Buffer.from(png(1)))
    expect(notes).toEqual([{ code: 'media.tag-fields-left', params: { fields: ['xxxx'] } }])
  })

  test('has texts of QuickTime, in the encoding of the Macintosh too', async () => {
    const text = (bytes: Buffer, language: number) =>
      join(be16(bytes.length), be16(language), bytes)
    const user = box(
      'udta',
      box('©nam', text(Buffer.from('Bj\x9ark', 'latin1'), 0)),
      box('©alb', text(Buffer.from('Älbum'), 0x55c4)),
      box('©day', text(Buffer.from('2001-02'), 0x55c4)),
    )
    expect((await readBytes(file('qt  ', aac, user))).tags).toMatchObject({
      title: 'Björk',
      album: 'Älbum',
      date: '2001-02',
    })
  })

  test('has texts by the keys of QuickTime', async () => {
    const keys = ['com.apple.quicktime.title', 'album_artist', 'whatever']
    const list = keys.map((_, index) => join(be32(24 + 1), be32(index + 1), data(1, String(index))))
    const meta = full(
      'meta',
      full('hdlr', be32(0), 'mdta', Buffer.alloc(13)),
      full(
        'keys',
        be32(keys.length),
        ...keys.map((key) => join(be32(8 + key.length), 'mdta', key)),
      ),
      box('ilst', ...list),
    )
    expect((await readBytes(file('isom', aac, meta))).tags).toMatchObject({
      title: '0',
      albumArtists: ['1'],
      extra: { WHATEVER: ['2'] },
    })
  })

  test('has texts of 3GPP, in UTF-8 or UTF-16', async () => {
    const text = (name: string, bytes: Buffer) => full(name, be16(0x55c4), bytes)
    const user = box(
      'udta',
      text('titl', join(Buffer.from('Tïtle'), '\0')),
      text('perf', join(Buffer.from('fffe', 'hex'), Buffer.from('Ünï\0', 'utf16le'))),
      text('albm', join(Buffer.from('Album'), '\0\x07')),
      full('yrrc', be16(2011)),
    )
    expect((await readBytes(file('3gp4', aac, user))).tags).toMatchObject({
      title: 'Tïtle',
      artists: ['Ünï'],
      album: 'Album',
      trackNumber: 7,
      date: '2011',
    })
  })

  test('takes the length of fragments from their index', async () => {
    const segment = (ticks: number) => join(be32(100), be32(ticks), be32(0))
    const index = full(
      'sidx',
      be32(1),
      be32(44_100),
      be32(0),
      be32(0),
      be16(0),
      be16(2),
      segment(44_100),
      segment(22_050),
    )
    const bytes = join(file('iso5', track(entry('mp4a', 44_100), 0)), index, box('moof'), index)
    expect((await readBytes(bytes)).audio.durationMs).toBe(1500)
  })

  test('reads or refuses damaged files, and soon', async () => {
    const items = ilst(box('©nam', data(1, 'Title')), box('covr', data(14, png(1))))
    await readDamaged(file('M4A ', aac, items))
  })
})
