import { describe, expect, test } from 'vitest'
import { png } from '../pictures.ts'
import { join } from './build.ts'
import { MemoryBytes, readBytes, readDamaged } from './memory-bytes.ts'

/** An element with a size of eight bytes; `undefined` for one that its writer did not know. */
const element = (id: number, ...parts: readonly (Uint8Array | string)[]) =>
  sized(id, join(...parts), false)
const endless = (id: number, ...parts: readonly (Uint8Array | string)[]) =>
  sized(id, join(...parts), true)

function sized(id: number, content: Buffer, isEndless: boolean): Buffer {
  const name = Buffer.from(id.toString(16).padStart(2, '0'), 'hex')
  const size = Buffer.alloc(8, isEndless ? 0xff : 0)
  if (!isEndless) size.writeUInt32BE(content.length, 4)
  size.writeUInt8(1, 0)
  return join(name, size, content)
}

const uint = (value: number) => Buffer.from(value.toString(16).padStart(16, '0'), 'hex')
const float = (value: number) => {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(value)
  return bytes
}

const head = element(0x1a45dfa3, element(0x4282, 'matroska'))
const info = (title = 'Whole') =>
  element(
    0x1549a966,
    element(0x2ad7b1, uint(1_000_000)),
    element(0x4489, float(2500)),
    element(0x7ba9, title),
  )
const track = (uid: number, codec: string, type = 2, ...more: readonly Buffer[]) =>
  element(
    0xae,
    ...[element(0xd7, uint(uid)), element(0x73c5, uint(uid)), element(0x83, uint(type))],
    ...[element(0x86, codec), ...more],
  )
const audio = element(0xe1, element(0xb5, float(48_000)), element(0x9f, uint(6)))
const tracks = element(0x1654ae6b, track(1, 'V_VP9', 1), track(2, 'A_FLAC', 2, audio))

const simple = (name: string, text: string, ...nested: readonly Buffer[]) =>
  element(0x67c8, element(0x45a3, name), element(0x4487, Buffer.from(text)), ...nested)
const tag = (level: number | undefined, ...texts: readonly Buffer[]) =>
  element(0x7373, element(0x63c0, ...(level ? [element(0x68ca, uint(level))] : [])), ...texts)
const tagOf = (uid: number, ...texts: readonly Buffer[]) =>
  element(0x7373, element(0x63c0, element(0x63c5, uint(uid))), ...texts)
const tags = (...all: readonly Buffer[]) => element(0x1254c367, ...all)
const attached = (name: string, type: string, bytes: Uint8Array) =>
  element(0x61a7, element(0x466e, name), element(0x4660, type), element(0x465c, bytes))
const cluster = element(0x1f43b675, element(0xe7, uint(0)), element(0xa3, Buffer.alloc(1000)))
const segment = (...parts: readonly Buffer[]) => join(head, element(0x18538067, ...parts))

describe('Matroska', () => {
  test('has what its tracks say of the sound', async () => {
    const { audio } = await readBytes(segment(info(), tracks, cluster))
    expect(audio).toEqual({
      container: 'EBML/matroska',
      codec: 'FLAC',
      lossless: true,
      durationMs: 2500,
      hasVideo: true,
      sampleRate: 48_000,
      channels: 6,
    })
  })

  test('takes tags without a target for the song, as FFmpeg writes them', async () => {
    const flat = tags(
      tag(
        undefined,
        ...[simple('ARTIST', 'Artist'), simple('ALBUM', 'Album'), simple('PART_NUMBER', '3')],
        ...[
          simple('ALBUM_ARTIST', 'Various'),
          simple('DATE', '2011-02-03'),
          simple('MOOD', 'Calm'),
        ],
      ),
    )
    expect((await readBytes(segment(info(), tracks, flat, cluster))).tags).toMatchObject({
      title: 'Whole',
      artists: ['Artist'],
      album: 'Album',
      albumArtists: ['Various'],
      trackNumber: 3,
      date: '2011-02-03',
      extra: { MOOD: ['Calm'] },
    })
  })

  test('tells the album from the song by the levels of their targets', async () => {
    const levels = tags(
      tag(
        50,
        ...[simple('TITLE', 'Album'), simple('ARTIST', 'Various', simple('SORT_WITH', 'V'))],
        ...[simple('TOTAL_PARTS', '12'), simple('PART_NUMBER', '1'), simple('GENRE', 'Rock')],
      ),
      tag(
        30,
        ...[simple('TITLE', 'Song'), simple('ARTIST', 'A'), simple('ARTIST', 'B')],
        ...[
          simple('PART_NUMBER', '3'),
          simple('GENRE', 'Rock'),
          simple('REPLAYGAIN_GAIN', '-3.2 dB'),
        ],
      ),
    )
    expect((await readBytes(segment(info('Other'), tracks, levels, cluster))).tags).toMatchObject({
      title: 'Song',
      artists: ['A', 'B'],
      album: 'Album',
      albumArtists: ['Various'],
      albumArtistSort: 'V',
      trackNumber: 3,
      trackTotal: 12,
      discNumber: 1,
      genres: ['Rock'],
      trackGainDb: -3.2,
    })
  })

  test('leaves out what belongs to another track, and what a program counted', async () => {
    const others = tags(
      tagOf(1, simple('TITLE', 'Of the picture')),
      tagOf(2, simple('TITLE', 'Of the sound'), simple('BPS', '900'), simple('DURATION', '0:1')),
    )
    const read = await readBytes(segment(info(), tracks, others, cluster))
    expect(read.tags).toMatchObject({ title: 'Of the sound', extra: {} })
  })

  test('has attached pictures, and names other files', async () => {
    const files = element(
      0x1941a469,
      attached('small_cover.png', 'image/png', png(2)),
      attached('cover.png', 'image/png', png(1)),
      attached('rip.log', 'text/plain', Buffer.from('log')),
    )
    const { tags, notes } = await readBytes(segment(info(), tracks, files, cluster))
    expect(Buffer.from(tags.cover?.bytes ?? [])).toEqual(Buffer.from(png(1)))
    expect(notes).toEqual([{ code: 'media.tag-fields-left', params: { fields: ['rip.log'] } }])
  })

  const behind = tags(tag(30, simple('TITLE', 'Behind')))

  test('finds tags behind the sound by the index, without reading the sound', async () => {
    const clusters = Array.from({ length: 500 }, () => cluster)
    const rest = join(info(), tracks, ...clusters)
    const seek = (position: number) =>
      element(
        0x114d9b74,
        element(
          0x4dbb,
          element(0x53ab, Buffer.from('1254c367', 'hex')),
          element(0x53ac, uint(position)),
        ),
      )
    const file = segment(seek(seek(0).length + rest.length), rest, behind)
    expect((await readBytes(file)).tags.title).toBe('Behind')
    const bytes = new MemoryBytes(file)
    const { matroska } = await import('../../../src/tags/matroska/matroska.ts')
    await matroska.read(bytes, { path: '', covers: true, measure: false })
    expect(bytes.asked).toBeLessThan(4000)
  })

  test('finds tags behind the sound without an index, and in a stream whose lengths nobody knew', async () => {
    expect((await readBytes(segment(info(), tracks, cluster, cluster, behind))).tags.title).toBe(
      'Behind',
    )
    const open = endless(0x1f43b675, element(0xe7, uint(0)), element(0xa3, Buffer.alloc(50)))
    const live = join(head, endless(0x18538067, tracks, open, open, behind))
    const { tags, audio } = await readBytes(live)
    expect(tags.title).toBe('Behind')
    expect(audio.durationMs).toBeUndefined()
  })

  test('reads or refuses damaged files, and soon', async () => {
    const texts = tags(tag(30, simple('TITLE', 'Song', simple('SORT_WITH', 'S'))))
    await readDamaged(segment(info(), tracks, texts, cluster, cluster))
  })
})
