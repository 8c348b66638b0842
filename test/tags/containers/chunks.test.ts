import { describe, expect, test } from 'vitest'
import {
  aiffChunk,
  be16,
  be32,
  be64,
  id3,
  join,
  le16,
  le32,
  le64,
  makeWave,
  riffChunk,
} from './build.ts'
import { readBytes, readDamaged } from './memory-bytes.ts'

const info = (...texts: readonly (readonly [name: string, text: Uint8Array | string])[]) =>
  riffChunk('LIST', 'INFO', ...texts.map(([name, text]) => riffChunk(name, text, '\0')))

const utf8 = (text: string) => Buffer.from(text)
const hex = (text: string) => Buffer.from(text, 'hex')

describe('WAVE', () => {
  test('has its length by its bytes, and the texts of INFO', async () => {
    const { audio, tags } = await readBytes(
      makeWave(
        44_100,
        info(
          ['INAM', 'Title'],
          ['IART', 'Artist'],
          ['IPRD', 'Album'],
          ['IPRT', '3/12'],
          ['ICRD', '2011-02-03'],
          ['ICMT', 'Comment'],
          ['IXYZ', 'Unknown'],
        ),
      ),
    )
    expect(audio).toMatchObject({
      container: 'WAVE',
      codec: 'PCM',
      lossless: true,
      channels: 2,
      sampleRate: 44_100,
      samples: 44_100,
      durationMs: 1000,
    })
    expect(tags).toMatchObject({
      title: 'Title',
      artists: ['Artist'],
      album: 'Album',
      trackNumber: 3,
      trackTotal: 12,
      date: '2011-02-03',
      extra: { COMMENT: ['Comment'], IXYZ: ['Unknown'] },
    })
  })

  const encodings: readonly (readonly [string, Uint8Array, string])[] = [
    ['UTF-8', utf8('Øystein Ünïcode'), 'Øystein Ünïcode'],
    ['windows-1252', hex('4df6746c65792043727565'), 'Mötley Crue'],
    [
      'windows-1251',
      hex('cfe5f1edff20eff0ee20eaeee7fbf0ffe020e820eaeef2eef0fbf5'),
      'Песня про козыряа и которых',
    ],
    ['Shift-JIS', hex('83938381838c83438356838783938341838c83438381'), 'ンメレイションアレイメ'],
  ]
  test.each(encodings)('reads INFO in %s', async (_, bytes, text) => {
    const { tags } = await readBytes(makeWave(10, info(['INAM', bytes])))
    expect(tags.title).toBe(text)
  })

  test('reads INFO by the code page that the file names', async () => {
    const cset = riffChunk('CSET', le16(1253), Buffer.alloc(6))
    const { tags } = await readBytes(makeWave(10, info(['INAM', hex('c1e2e3')]), cset))
    expect(tags.title).toBe('Αβγ')
  })

  test('tells a source from what looks like an ISRC', async () => {
    const code = await readBytes(makeWave(10, info(['ISRC', 'DE-A12-34-56789'])))
    expect(code.tags).toMatchObject({ isrc: 'DE-A12-34-56789', extra: {} })
    const source = await readBytes(makeWave(10, info(['ISRC', 'Griff Museum'])))
    expect(source.tags).toMatchObject({ extra: { SOURCE: ['Griff Museum'] } })
    expect(source.tags.isrc).toBeUndefined()
  })

  test('believes ID3 before INFO, and what broadcasters write last', async () => {
    const bext = riffChunk(
      'bext',
      Buffer.concat([Buffer.from('A description'), Buffer.alloc(256 - 13)]),
      Buffer.concat([Buffer.from('Radio'), Buffer.alloc(64 - 5)]),
      '2020-05-06',
      Buffer.alloc(272),
    )
    const { tags } = await readBytes(
      makeWave(
        10,
        bext,
        info(['INAM', 'Info'], ['IART', 'Info']),
        riffChunk('id3 ', id3({ TIT2: 'Frame' })),
      ),
    )
    expect(tags).toMatchObject({
      title: 'Frame',
      artists: ['Info'],
      date: '2020-05-06',
      extra: { DESCRIPTION: ['A description'], ORIGINATOR: ['Radio'] },
    })
  })

  test('finds chunks whose padding was left out', async () => {
    const odd = join('junk', le32(3), 'abc')
    const { tags } = await readBytes(makeWave(10, odd, info(['INAM', 'Behind'])))
    expect(tags.title).toBe('Behind')
  })

  test('takes lengths of RF64 from ds64, and those that nobody knew from the file', async () => {
    const format = [le16(1), le16(2), le32(44_100), le32(176_400), le16(4), le16(16)]
    const data = Buffer.alloc(4 * 441)
    const rf64 = join(
      ...['RF64', le32(0xffff_ffff), 'WAVE'],
      riffChunk('ds64', le64(2000), le64(data.length), le64(441), le32(0)),
      riffChunk('fmt ', ...format),
      ...['data', le32(0xffff_ffff), data, info(['INAM', 'Large'])],
    )
    expect(await readBytes(rf64)).toMatchObject({
      audio: { samples: 441, durationMs: 10 },
      tags: { title: 'Large' },
    })
    const piped = join(
      ...['RIFF', le32(0xffff_ffff), 'WAVE', riffChunk('fmt ', ...format)],
      ...['data', le32(0xffff_ffff), data],
    )
    expect((await readBytes(piped)).audio).toMatchObject({ samples: 441, durationMs: 10 })
  })

  test('reads Wave64', async () => {
    const rest = 'f3acd3118cd100c04f8edb8a'
    const chunk = (name: string, content: Buffer, guid = rest) => {
      const whole = join(name, hex(guid), le64(24 + content.length), content)
      return join(whole, Buffer.alloc((8 - (whole.length % 8)) % 8))
    }
    const format = join(le16(3), le16(1), le32(8000), le32(32_000), le16(4), le16(32))
    const wave64 = join(
      ...['riff', hex('2e91cf11a5d628db04c10000'), le64(0), 'wave', hex(rest)],
      chunk('fmt ', format),
      chunk('data', Buffer.alloc(4 * 80)),
    )
    expect((await readBytes(wave64)).audio).toMatchObject({
      codec: 'IEEE_FLOAT',
      lossless: true,
      samples: 80,
      durationMs: 10,
    })
  })

  test('knows what keeps every bit by its codec', async () => {
    const wave = (tag: number, ...more: Buffer[]) =>
      join(
        ...['RIFF', le32(100), 'WAVE'],
        riffChunk(
          ...['fmt ', le16(tag), le16(2), le32(44_100), le32(16_000), le16(4), le16(24)],
          ...more,
        ),
        riffChunk('fact', le32(88_200)),
        riffChunk('data', Buffer.alloc(400)),
      )
    const extension = join(le16(22), le16(24), le32(3), le16(1), Buffer.alloc(14))
    expect((await readBytes(wave(0xfffe, extension))).audio).toMatchObject({
      codec: 'PCM',
      lossless: true,
      samples: 100,
    })
    expect((await readBytes(wave(0x0055))).audio).toMatchObject({
      lossless: false,
      samples: 88_200,
      durationMs: 2000,
    })
  })
})

/** 44,100 as a number of 80 bits. */
const rate = hex('400eac44000000000000')

const aiff = (type: string, common: Buffer, ...chunks: readonly Buffer[]) =>
  aiffChunk(
    'FORM',
    type,
    aiffChunk('COMM', be16(2), be32(44_100), be16(16), rate, common),
    ...chunks,
  )

describe('AIFF', () => {
  const none = Buffer.of()

  test('has its length, and texts as the Macintosh, Windows or Unicode write them', async () => {
    const names: readonly (readonly [Buffer, string])[] = [
      [hex('4d9a746c65792042729f636b65'), 'Mötley Brücke'],
      [hex('4df6746c65792042 72fc636b65'.replace(' ', '')), 'Mötley Brücke'],
      [utf8('Naïve Ümlaut'), 'Naïve Ümlaut'],
    ]
    for (const [bytes, title] of names) {
      const { audio, tags } = await readBytes(aiff('AIFF', none, aiffChunk('NAME', bytes)))
      expect(tags.title).toBe(title)
      expect(audio).toMatchObject({
        lossless: true,
        samples: 44_100,
        durationMs: 1000,
        channels: 2,
      })
    }
  })

  test('believes ID3 before its chunks, which fill the gaps', async () => {
    const { tags } = await readBytes(
      aiff(
        ...(['AIFF', none, aiffChunk('NAME', 'Chunk'), aiffChunk('AUTH', 'Chunk')] as const),
        aiffChunk('(c) ', 'Rights'),
        aiffChunk('ANNO', 'First'),
        aiffChunk('COMT', be16(1), be32(0), be16(0), be16(6), 'Second'),
        aiffChunk('ID3 ', id3({ TPE1: 'Frame' })),
      ),
    )
    expect(tags).toMatchObject({
      title: 'Chunk',
      artists: ['Frame'],
      copyright: 'Rights',
      extra: { COMMENT: ['First', 'Second'] },
    })
  })

  test.each([
    ['sowt', 'PCM', true],
    ['fl32', 'IEEE_FLOAT', true],
    ['ulaw', 'ulaw', false],
  ])('tells by the compression whether every bit is kept: %s', async (type, codec, lossless) => {
    const { audio } = await readBytes(aiff('AIFC', join(type, '\0\0')))
    expect(audio).toMatchObject({ container: 'AIFF-C', codec, lossless, sampleRate: 44_100 })
  })
})

describe('DSD', () => {
  test('DSF: samples are a number, and the tag stands where the first chunk says', async () => {
    const format = join(
      ...[le32(1), le32(0), le32(2), le32(2), le32(2_822_400), le32(1), le64(28_224)],
      ...[le32(4096), le32(0)],
    )
    const before = join(
      ...['DSD ', le64(28), le64(0), le64(28 + 52 + 12 + 64)],
      ...['fmt ', le64(52), format, 'data', le64(12 + 64), Buffer.alloc(64)],
    )
    const { audio, tags } = await readBytes(join(before, id3({ TIT2: 'One bit' })))
    expect(audio).toMatchObject({ samples: 28_224, durationMs: 10, sampleRate: 2_822_400 })
    expect(tags.title).toBe('One bit')
  })

  test('DSDIFF: chunks of eight bytes, properties within a chunk', async () => {
    const chunk = (name: string, ...parts: readonly (Buffer | string)[]) => {
      const content = join(...parts)
      return join(name, be64(content.length), content, content.length % 2 ? '\0' : '')
    }
    const file = chunk(
      ...['FRM8', 'DSD ', chunk('FVER', be32(0x01050000))],
      chunk(
        ...['PROP', 'SND ', chunk('FS  ', be32(2_822_400))],
        ...[chunk('CHNL', be16(2), 'SLFTSRGT'), chunk('CMPR', 'DSD \x0enot compressed')],
      ),
      chunk('DSD ', Buffer.alloc(7056)),
      chunk('DIIN', chunk('DITI', be32(5), 'Title'), chunk('DIAR', be32(6), 'Artist')),
      chunk('ID3 ', id3({ TALB: 'Album' })),
    )
    expect(await readBytes(file)).toMatchObject({
      audio: { container: 'DSDIFF', samples: 28_224, durationMs: 10, channels: 2, lossless: true },
      tags: { title: 'Title', artists: ['Artist'], album: 'Album' },
    })
  })
})

describe('CAF', () => {
  const rate = Buffer.alloc(8)
  rate.writeDoubleBE(48_000)
  const description = (format: string, packetBytes: number, packetFrames: number) =>
    join(
      ...['desc', be64(32), rate, format, be32(0), be32(packetBytes), be32(packetFrames)],
      ...[be32(2), be32(16)],
    )
  const texts = ['title', 'Title', 'track number', '3', 'tempo', '120', ''].join('\0')
  const info = join('info', be64(4 + texts.length), be32(3), texts)

  test('has its length by its bytes, and what its information says', async () => {
    const data = join('data', be64(4 + 1920), be32(0), Buffer.alloc(1920))
    const file = join('caff', be16(1), be16(0), description('lpcm', 4, 1), data, info)
    expect(await readBytes(file)).toMatchObject({
      audio: { codec: 'PCM', lossless: true, samples: 480, durationMs: 10 },
      tags: { title: 'Title', trackNumber: 3, extra: { BPM: ['120'] } },
    })
  })

  test('takes the frames that are to be heard from the table of packets', async () => {
    const packets = join('pakt', be64(24), be64(1), be64(960), be32(64), be32(0))
    const data = join('data', Buffer.alloc(8, 0xff), be32(0), Buffer.alloc(100))
    const file = join('caff', be16(1), be16(0), description('alac', 0, 4096), packets, data)
    expect((await readBytes(file)).audio).toMatchObject({
      codec: 'alac',
      lossless: true,
      durationMs: 20,
    })
  })

  test('reads or refuses damaged files, and soon', async () => {
    const data = join('data', be64(4 + 400), be32(0), Buffer.alloc(400))
    await readDamaged(join('caff', be16(1), be16(0), description('lpcm', 4, 1), data, info))
  })
})

test('reads or refuses damaged WAVE and AIFF, and soon', async () => {
  await readDamaged(makeWave(50, info(['INAM', 'Title']), riffChunk('id3 ', id3({ TIT2: 'T' }))))
  await readDamaged(aiff('AIFF', Buffer.of(), aiffChunk('COMT', be16(1), be32(0), be32(3), 'abc')))
})
