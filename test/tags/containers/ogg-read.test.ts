import { describe, expect, test } from 'vitest'
import { crcOf } from '../../../src/tags/xiph/ogg-crc.ts'
import { renderPicture } from '../../../src/tags/xiph/vorbis-comment.ts'
import { png } from '../pictures.ts'
import { be16, be32, join, le16, le32, le64 } from './build.ts'
import { readBytes, readDamaged } from './memory-bytes.ts'

/** One page with whole packets. */
function page(serial: number, flags: number, position: number, ...packets: readonly Uint8Array[]) {
  const lacing = packets.flatMap(({ length }) => [
    ...Array.from({ length: Math.floor(length / 255) }, () => 255),
    length % 255,
  ])
  const bytes = join(
    ...['OggS\0', Buffer.of(flags), position < 0 ? Buffer.alloc(8, 0xff) : le64(position)],
    ...[le32(serial), le32(0), le32(0), Buffer.of(lacing.length, ...lacing), ...packets],
  )
  bytes.writeUInt32LE(crcOf(bytes), 22)
  return bytes
}
const [FIRST, LAST] = [2, 4]

const comments = (...texts: readonly string[]) =>
  join(
    ...[le32(4), 'test', le32(texts.length)],
    ...texts.flatMap((text) => [le32(Buffer.byteLength(text)), Buffer.from(text)]),
  )
const list = comments('TITLE=Tïtle', 'artist=A', 'ARTIST=B', 'nothing')
const sound = Buffer.alloc(50)

const streamInfo = (samples: number) =>
  join(
    Buffer.alloc(10),
    be32(((44_100 << 12) | (1 << 9) | (15 << 4)) >>> 0),
    be32(samples),
    Buffer.alloc(16),
  )
const block = (type: number, isLast: boolean, data: Uint8Array) =>
  join(Buffer.of(type | (isLast ? 0x80 : 0), 0), be16(data.length), data)
const flac = (samples: number) =>
  join(...['\x7fFLAC\x01\0', be16(2), 'fLaC', block(0, false, streamInfo(samples))])

const opus = join('OpusHead', Buffer.of(1, 2), le16(312), le32(0), le16(0), '\0')
const speex = join(
  ...['Speex   ', Buffer.alloc(28), le32(16_000), le32(1), le32(4), le32(1)],
  ...[Buffer.alloc(4, 0xff), Buffer.alloc(24)],
)
const vorbis = join(
  ...['\x01vorbis', le32(0), '\x02', le32(48_000), le32(0), le32(112_000), le32(0), '\xb8\x01'],
)

const expected = { title: 'Tïtle', artists: ['A', 'B'] }

describe('Ogg', () => {
  test('FLAC: comments and pictures in blocks, a packet each', async () => {
    const file = join(
      page(7, FIRST, 0, flac(0)),
      page(
        7,
        0,
        0,
        block(4, false, list),
        block(6, true, renderPicture({ mime: 'image/png', bytes: png(1) })),
      ),
      page(7, LAST, 44_100, sound),
    )
    const { audio, tags } = await readBytes(file)
    expect(audio).toMatchObject({
      codec: 'FLAC',
      lossless: true,
      channels: 2,
      sampleRate: 44_100,
      samples: 44_100,
      durationMs: 1000,
    })
    expect(tags).toMatchObject(expected)
    expect(Buffer.from(tags.cover?.bytes ?? [])).toEqual(Buffer.from(png(1)))
  })

  test('Speex, Opus and Vorbis', async () => {
    const read = async (head: Buffer, mark: string, position: number) =>
      await readBytes(
        join(
          page(1, FIRST, 0, head),
          page(1, 0, 0, join(mark, list)),
          page(1, LAST, position, sound),
        ),
      )
    const spx = await read(speex, '', 8000)
    expect(spx).toMatchObject({
      audio: { codec: 'Speex', sampleRate: 16_000, durationMs: 500 },
      tags: expected,
    })
    const opu = await read(opus, 'OpusTags', 48_312)
    expect(opu).toMatchObject({
      audio: { codec: 'Opus', sampleRate: 48_000, durationMs: 1000 },
      tags: expected,
    })
    const vor = await read(vorbis, '\x03vorbis', 96_000)
    expect(vor).toMatchObject({
      audio: { codec: 'Vorbis I', bitRate: 112_000, durationMs: 2000 },
      tags: expected,
    })
  })

  test('reads the sound beside pictures, over as many pages as the comments need', async () => {
    const long = comments(...Array.from({ length: 600 }, (_, index) => `GENRE=${index}`))
    const parts = [long.subarray(0, 255 * 5), long.subarray(255 * 5)]
    const first = page(9, 0, -1, parts[0] ?? Buffer.of())
    // The packet goes on: its last segment is left out.
    const open = Buffer.concat([
      first.subarray(0, 26),
      Buffer.of(5),
      first.subarray(27, 32),
      first.subarray(33),
    ])
    const file = join(
      ...[page(3, FIRST, 0, Buffer.from('\x80theora')), page(9, FIRST, 0, speex)],
      ...[page(3, 0, 0, Buffer.from('\x81theora')), open, page(9, 1, 0, parts[1] ?? Buffer.of())],
      ...[page(9, LAST, 16_000, sound), page(3, LAST, 5, sound)],
    )
    const { audio, tags } = await readBytes(file)
    expect(tags.genres).toHaveLength(600)
    expect(audio.durationMs).toBe(1000)
  })

  test('tells that comments are damaged, and keeps the rest', async () => {
    const file = join(
      page(1, FIRST, 0, speex),
      page(1, 0, 0, le32(9999)),
      page(1, LAST, 8000, sound),
    )
    const { audio, notes } = await readBytes(file)
    expect(audio.durationMs).toBe(500)
    expect(notes).toEqual([{ code: 'media.comments-damaged', params: {} }])
  })

  test('reads or refuses damaged files, and soon', async () => {
    const file = [page(1, FIRST, 0, speex), page(1, 0, 0, list), page(1, LAST, 8000, sound)]
    await readDamaged(join(...file, ...file))
  })
})
