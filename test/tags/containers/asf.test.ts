import { describe, expect, test } from 'vitest'
import { png } from '../pictures.ts'
import { join, le16, le32, le64 } from './build.ts'
import { readBytes, readDamaged } from './memory-bytes.ts'

const hex = (text: string) => Buffer.from(text, 'hex')
const wide = (text: string) => Buffer.from(`${text}\0`, 'utf16le')

const object = (guid: string, ...parts: readonly Uint8Array[]) => {
  const content = join(...parts)
  return join(hex(guid), le64(24 + content.length), content)
}

const fileProperties = object(
  ...(['a1dcab8c47a9cf118ee400c00c205365', Buffer.alloc(40), le64(45_000_000), le64(0)] as const),
  ...[le64(3000), le32(0), le32(0), le32(0), le32(128_000)],
)
const stream = object(
  '9107dcb7b7a9cf118ee600c00c205365',
  ...[hex('409e69f84d5bcf11a8fd00805f5c442b'), Buffer.alloc(24), le32(18), Buffer.alloc(10)],
  ...[le16(0x161), le16(2), le32(44_100), le32(16_000), le16(4), le16(16), le16(0)],
)

const content = (...texts: readonly [string, string, string, string, string]) =>
  object(
    '3326b2758e66cf11a6d900aa0062ce6c',
    ...texts.map((text) => le16(wide(text).length)),
    ...texts.map(wide),
  )

type Attribute = readonly [name: string, type: number, value: Buffer]

const extended = (...attributes: readonly Attribute[]) =>
  object(
    '40a4d0d207e3d21197f000a0c95ea850',
    le16(attributes.length),
    ...attributes.flatMap(([name, type, value]) => [
      ...[le16(wide(name).length), wide(name), le16(type), le16(value.length), value],
    ]),
  )

const library = (...attributes: readonly Attribute[]) =>
  object(
    '941c23449894d149a1411d134e457054',
    le16(attributes.length),
    ...attributes.flatMap(([name, type, value]) => [
      ...[le16(0), le16(0), le16(wide(name).length), le16(type), le32(value.length)],
      ...[wide(name), value],
    ]),
  )

const extension = (...objects: readonly Buffer[]) => {
  const all = join(...objects)
  return object('b503bf5f2ea9cf118ee300c00c205365', Buffer.alloc(18), le32(all.length), all)
}

const makeAsf = (...objects: readonly Buffer[]) => {
  const all = join(fileProperties, stream, ...objects)
  const head = join(hex('3026b2758e66cf11a6d900aa0062ce6c'), le64(30 + all.length))
  return join(head, le32(objects.length + 2), le16(0x0201), all, Buffer.alloc(100))
}

const text = (name: string, value: string): Attribute => [name, 0, wide(value)]
const picture = (type: number, bytes: Uint8Array): Attribute => [
  ...(['WM/Picture', 1] as const),
  join(Buffer.of(type), le32(bytes.length), wide('image/png'), wide('front'), bytes),
]

describe('Windows Media', () => {
  test('has length, rate and channels', async () => {
    const { audio } = await readBytes(makeAsf())
    expect(audio).toEqual({
      container: 'ASF/audio',
      codec: 'Windows Media Audio V2',
      lossless: false,
      durationMs: 1500,
      sampleRate: 44_100,
      channels: 2,
      bitRate: 128_000,
    })
  })

  test('has all artists in the order of the objects, wherever those stand', async () => {
    const { tags } = await readBytes(
      makeAsf(
        extension(library(text('Author', 'Third'), text('WM/Composer', 'B'))),
        extended(text('Author', 'Second'), text('Author', 'First'), text('WM/Composer', 'A')),
        content('Title', 'First', 'Rights', 'Comment', ''),
      ),
    )
    expect(tags).toMatchObject({
      title: 'Title',
      artists: ['First', 'Second', 'Third'],
      composers: ['A', 'B'],
      copyright: 'Rights',
      extra: { COMMENT: ['Comment'] },
    })
  })

  test('has pictures from either object, the front one as the cover', async () => {
    const { tags, layers } = await readBytes(
      makeAsf(extension(library(picture(3, png(1)))), extended(picture(4, png(2)))),
    )
    expect(layers[0]?.pictures?.map(({ isFront }) => isFront)).toEqual([false, true])
    expect(Buffer.from(tags.cover?.bytes ?? [])).toEqual(Buffer.from(png(1)))
  })

  test('has numbers and flags as text, unknown names without their prefix, and no technical ones', async () => {
    const { tags, notes } = await readBytes(
      makeAsf(
        extended(
          ['WM/TrackNumber', 3, le32(7)],
          ['WM/IsCompilation', 2, le32(1)],
          text('WM/PartOfSet', '1/2'),
          text('WM/Period', 'Baroque'),
          text('foobar', 'kept'),
          ['IsVBR', 2, le32(0)],
          text('WMFSDKVersion', '12'),
          ['WM/Lyrics_Synchronised', 1, Buffer.of(2, 1, 0, 0)],
        ),
      ),
    )
    expect(tags).toMatchObject({
      trackNumber: 7,
      compilation: true,
      discNumber: 1,
      discTotal: 2,
      extra: { PERIOD: ['Baroque'], FOOBAR: ['kept'] },
    })
    expect(Object.keys(tags.extra)).toHaveLength(2)
    expect(notes).toEqual([
      { code: 'media.tag-fields-left', params: { fields: ['WM/Lyrics_Synchronised'] } },
    ])
  })

  test('counts an old track number from 0, where there is no other', async () => {
    const old = await readBytes(makeAsf(extended(['WM/Track', 3, le32(4)])))
    expect(old.tags.trackNumber).toBe(5)
    const both = await readBytes(
      makeAsf(extended(['WM/Track', 3, le32(4)], text('WM/TrackNumber', '6'))),
    )
    expect(both.tags.trackNumber).toBe(6)
  })

  test('reads or refuses damaged files, and soon', async () => {
    const texts = extended(text('WM/Genre', 'Rock'), picture(3, png(1)))
    await readDamaged(
      makeAsf(extension(library(text('Author', 'A'))), texts, content('T', 'A', '', '', '')),
    )
  })
})
